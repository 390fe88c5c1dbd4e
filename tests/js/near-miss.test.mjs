import assert from "node:assert/strict";
import test from "node:test";

import { findNearMiss } from "../../theme/js/search/near-miss.js";
import { fakeEngine } from "./fake-engine.mjs";

test("words that begin alike are offered, with the themes they lead to", async () => {
  const { words, topics } = await findNearMiss(fakeEngine, "tuinkas", "thema");
  assert.deepEqual(words, ["tuin", "tuinen"]);
  assert.deepEqual(topics.map(({ value }) => value).sort(), ["groen", "wonen"]);
});

test("when no word begins alike nothing is offered, rather than the largest themes", async () => {
  assert.deepEqual(await findNearMiss(fakeEngine, "xqzwvk", "thema"), { words: [], topics: [] });
  assert.deepEqual((await findNearMiss(fakeEngine, "tuinkabouter", "thema")).words, [], "a third of a word is not alike");
});

test("a beginning of three letters is alike, one of two is not", async () => {
  assert.deepEqual((await findNearMiss(fakeEngine, "tuixyz", "thema")).words, ["tuin", "tuinen"]);
  assert.deepEqual((await findNearMiss(fakeEngine, "tuxyz", "thema")).words, []);
});
