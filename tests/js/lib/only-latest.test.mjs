import assert from "node:assert/strict";
import test from "node:test";

import { onlyLatest } from "../../../theme/js/lib/only-latest.js";

/** A question whose answer comes when the test says so. */
function slowAnswers() {
  const waiting = new Map();
  const ask = onlyLatest((question) => new Promise((resolve, reject) => waiting.set(question, { resolve, reject })));
  return { ask, waiting };
}

test("an answer that comes after a later question is dropped", async () => {
  const { ask, waiting } = slowAnswers();
  const first = ask("hu");
  const second = ask("huur");
  waiting.get("huur").resolve("answer to huur");
  waiting.get("hu").resolve("answer to hu");
  assert.equal(await second, "answer to huur");
  assert.equal(await first, undefined);
});

test("a failure of an earlier question is dropped too", async () => {
  const { ask, waiting } = slowAnswers();
  const first = ask("hu");
  const second = ask("huur");
  waiting.get("hu").reject(new Error("offline"));
  waiting.get("huur").resolve("answer to huur");
  assert.equal(await first, undefined);
  assert.equal(await second, "answer to huur");
});

test("a failure of the last question is a failure", async () => {
  const { ask, waiting } = slowAnswers();
  const only = ask("huur");
  waiting.get("huur").reject(new Error("offline"));
  await assert.rejects(only, /offline/);
});
