import assert from "node:assert/strict";
import test from "node:test";

import { FIRST_HITS, liftRelated } from "../../../theme/js/search/related.js";

const RANKED = Uint32Array.of(10, 11, 12, 13, 14, 15, 16, 17, 18, 19);
const lift = (related, isIncomplete = () => false) => [...liftRelated(RANKED, related, isIncomplete)];

test("the first hits keep their place, whatever is related", () => {
  assert.deepEqual(lift([[12, 11], [12], [11]]).slice(0, FIRST_HITS), [10, 11, 12]);
});

test("what is closest to a first hit moves up, further when more of them lead to it", () => {
  assert.deepEqual(lift([[16, 18]]), [10, 11, 12, 16, 13, 14, 18, 15, 17, 19]);
  assert.deepEqual(lift([[18], [18], [18]]).slice(3, 5), [18, 13]);
});

test("nothing is added that has none of the words", () => {
  assert.deepEqual(lift([[99], [98]]), [...RANKED]);
});

test("a practice with a part of the words does not pass one with all", () => {
  assert.deepEqual(lift([[17], [17], [17]], (document) => document > 14), [10, 11, 12, 13, 14, 17, 15, 16, 18, 19]);
});

test("few documents stay as they are", () => {
  assert.deepEqual([...liftRelated(Uint32Array.of(3, 1), [[1]], () => false)], [3, 1]);
  assert.deepEqual([...liftRelated(new Uint32Array(), [], () => false)], []);
});
