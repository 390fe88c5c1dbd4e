import assert from "node:assert/strict";
import { test } from "node:test";

import { onDemand } from "../../theme/js/parts.js";

test("a part is loaded once", async () => {
  const attempts = [];
  const load = onDemand(async (attempt) => attempts.push(attempt));
  assert.deepEqual(attempts, []);
  await Promise.all([load(), load()]);
  await load();
  assert.deepEqual(attempts, [1]);
});

test("a failed part is requested again, with another address", async () => {
  const attempts = [];
  const load = onDemand(async (attempt) => {
    attempts.push(attempt);
    if (attempt === 1) throw new Error("geen verbinding");
  });
  await assert.rejects(Promise.all([load(), load()]));
  assert.deepEqual(attempts, [1]);
  await load();
  await load();
  assert.deepEqual(attempts, [1, 2]);
});
