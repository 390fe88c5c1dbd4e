import assert from "node:assert/strict";
import test from "node:test";

import { rankByCoverage } from "../../../theme/js/search/coverage.js";

const terms = new Map([
  ["flat", { postings: [{ documents: [1, 2] }, undefined, { documents: Uint32Array.of(1, 3) }] }],
  ["flats", { postings: [{ documents: [3] }] }],
  ["concierge", { postings: [undefined, { documents: [3, 4] }] }],
]);
const cover = (found, words) => rankByCoverage(found, words.map((phrases) => phrases.map((phrase) => ({ terms: phrase.split(" ") }))));
const ranking = (documents, scores) => ({ documents: Uint32Array.from(documents), scores: Float64Array.from(scores), terms });

test("ranks an entry with all words above one with a higher score for one word", () => {
  const { documents: order } = cover(ranking([1, 3, 4, 2], [12, 9, 8, 1]), [["flat", "flats"], ["concierge"]]);

  assert.deepEqual([...order], [3, 1, 4, 2]);
});

test("counts a word once, whatever its fields and forms", () => {
  assert.deepEqual([...cover(ranking([1, 3, 2], [3, 2.9, 2.8]), [["flat", "flats"], ["elders"]]).documents], [1, 3, 2]);
});

test("keeps Lunr's order for one word and for entries with equally many words", () => {
  assert.deepEqual([...cover(ranking([1, 2, 3], [3, 2, 2]), [["flat"]]).documents], [1, 2, 3]);
  assert.deepEqual([...cover(ranking([1, 2, 3], [3, 2, 2]), [["flat"], ["flat"]]).documents], [1, 2, 3]);
  assert.deepEqual([...cover(ranking([], []), [["flat"], ["flat"]]).documents], []);
});

test("drops an entry with only a part of a synonym phrase", () => {
  assert.deepEqual([...cover(ranking([1, 3, 4, 2], [9, 8, 7, 6]), [["flat concierge"]]).documents], [3]);
  assert.deepEqual([...cover(ranking([1, 3, 4, 2], [9, 8, 7, 6]), [["flats", "flat concierge"], ["concierge"]]).documents], [3, 4]);
});

test("for two words, entries with both come first, then those with the highest score", () => {
  assert.deepEqual([...cover(ranking([2, 1, 4, 3], [90, 80, 8, 1]), [["flat", "flats"], ["concierge"]]).documents], [3, 2, 1, 4]);
});

test("matches the words of a name only in the fields for names", () => {
  const words = [[{ terms: ["flat", "concierge"], fields: [1, 2] }], [{ terms: ["flats"] }]];
  assert.deepEqual([...rankByCoverage(ranking([3, 4], [2, 1]), words).literalCounts], [0, 0, 0, 1, 0]);
  const near = new Map([["a", { postings: [{ documents: [1] }, { documents: [2] }] }], ["b", { postings: [{ documents: [1, 2] }] }]]);
  const found = { documents: Uint32Array.of(1, 2), scores: Float64Array.of(2, 1), terms: near };
  assert.deepEqual([...rankByCoverage(found, [[{ terms: ["a", "b"], fields: [0] }]]).documents], [1]);
});

test("returns how many of the words each document has", () => {
  assert.deepEqual([...cover(ranking([1, 2], [3, 2]), [["flat"]]).literalCounts], [0, 1, 1]);
  assert.deepEqual([...cover(ranking([3, 1], [3, 2]), [["flat", "flats"], ["concierge"]]).literalCounts], [0, 1, 1, 2]);
});

test("an entry with a word ranks above one with a synonym", () => {
  const words = [[{ terms: ["flat"], isOwn: true }, { terms: ["flats"] }], [{ terms: ["concierge"], isOwn: true }]];
  const { documents, literalCounts } = rankByCoverage(ranking([4, 3, 2], [9, 8, 7]), words);
  assert.deepEqual([...documents], [3, 4, 2]);
  assert.deepEqual([...literalCounts], [0, 1, 1, 2, 1]);
  const meant = [[{ terms: ["flats"] }], words[1]];
  assert.deepEqual([...rankByCoverage(ranking([4, 3], [9, 8]), meant).literalCounts], [0, 0, 0, 2, 1], "of a word that no entry has, what means the same is all there is");
});

test("for more than two words the order is by score", () => {
  const words = [["flat"], ["concierge"], ["flats"]].map((phrases) => phrases.map((term) => ({ terms: [term] })));
  const three = rankByCoverage(ranking([2, 3], [90, 1]), words);
  assert.deepEqual([[...three.documents], three.isDivided], [[2, 3], false]);
  assert.equal(rankByCoverage(ranking([2, 3], [90, 1]), words.slice(0, 2)).isDivided, true);
});

test("a filler word affects the order, and finds nothing by itself", () => {
  const [flat, concierge] = [["flat"], ["concierge"]].map((phrases) => phrases.map((term) => ({ terms: [term] })));
  const { documents, literalCounts, isDivided } = rankByCoverage(ranking([1, 4, 3], [9, 8, 7]), [flat], [concierge]);
  assert.deepEqual([[...documents], [...literalCounts], isDivided], [[3, 1], [0, 1, 1, 1, 0], false]);
});
