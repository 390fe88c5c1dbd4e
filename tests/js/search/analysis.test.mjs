import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";


import { analyse } from "../../../theme/js/search/analysis.js";
import { fillerWords, stopWords } from "../stop-words.mjs";

const vectors = JSON.parse(readFileSync(new URL("../../analysis_vectors.json", import.meta.url), "utf8"));

test("gives the terms of the shared vectors", () => {
  assert.ok(vectors.length > 100);
  for (const { text, terms } of vectors) assert.deepEqual(analyse(text, stopWords), terms, JSON.stringify(text));
});

test("gives a term back as it is", () => {
  for (const { terms } of vectors) for (const term of terms) assert.equal(analyse(term, stopWords).at(-1), term);
});

test("never leaves a text of stop words empty", () => {
  for (const word of stopWords) assert.deepEqual(analyse(word, stopWords), [word]);
  for (const word of fillerWords) assert.deepEqual(analyse(`huur ${word}`, stopWords), ["huur", word], "a filler is a term");
});
