import assert from "node:assert/strict";
import test from "node:test";

import { onlyLatest } from "../../../theme/js/lib/only-latest.js";

/** A promise that the test resolves. */
function slowAnswers() {
  const waiting = new Map();
  const ask = onlyLatest((question) => new Promise((resolve, reject) => waiting.set(question, { resolve, reject })));
  return { ask, waiting };
}

test("the result of an outdated call is dropped", async () => {
  const { ask, waiting } = slowAnswers();
  const first = ask("hu");
  const second = ask("huur");
  waiting.get("huur").resolve("answer to huur");
  waiting.get("hu").resolve("answer to hu");
  assert.equal(await second, "answer to huur");
  assert.equal(await first, undefined);
});

test("the failure of an outdated call is dropped too", async () => {
  const { ask, waiting } = slowAnswers();
  const first = ask("hu");
  const second = ask("huur");
  waiting.get("hu").reject(new Error("offline"));
  waiting.get("huur").resolve("answer to huur");
  assert.equal(await first, undefined);
  assert.equal(await second, "answer to huur");
});

test("the failure of the latest call is reported", async () => {
  const { ask, waiting } = slowAnswers();
  const only = ask("huur");
  waiting.get("huur").reject(new Error("offline"));
  await assert.rejects(only, /offline/);
});
