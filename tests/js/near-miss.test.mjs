import assert from "node:assert/strict";
import test from "node:test";

import { findNearMiss } from "../../theme/js/search/near-miss.js";
import { fakeEngine } from "./fake-engine.mjs";

test("words with the same beginning are suggested, with their themes", async () => {
  const { words, topics } = await findNearMiss(fakeEngine, "tuinkas", "thema");
  assert.deepEqual(words, ["tuin", "tuinen"]);
  assert.deepEqual(topics.map(({ value }) => value).sort(), ["groen", "wonen"]);
});

test("without words with the same beginning nothing is suggested", async () => {
  assert.deepEqual(await findNearMiss(fakeEngine, "xqzwvk", "thema"), { words: [], topics: [] });
  assert.deepEqual((await findNearMiss(fakeEngine, "tuinkabouter", "thema")).words, [], "a third of a word is not alike");
});

test("a common beginning has at least four letters, and with four no longer word follows", async () => {
  assert.deepEqual((await findNearMiss(fakeEngine, "tuinxyz", "thema")).words, ["tuin", "tuinen"]);
  assert.deepEqual((await findNearMiss(fakeEngine, "tuinx", "thema")).words, ["tuin"]);
  assert.deepEqual((await findNearMiss(fakeEngine, "tuixyz", "thema")).words, []);
});
