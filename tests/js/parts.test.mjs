import assert from "node:assert/strict";
import { test } from "node:test";

import { onDemand } from "../../theme/js/parts.js";

test("what is brought along comes once, however often it is asked for", async () => {
  const attempts = [];
  const load = onDemand(async (attempt) => attempts.push(attempt));
  assert.deepEqual(attempts, []);
  await Promise.all([load(), load()]);
  await load();
  assert.deepEqual(attempts, [1]);
});

test("what failed is tried again when it is asked for again, as another attempt", async () => {
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
