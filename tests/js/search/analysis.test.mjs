import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { STOP_WORDS, analyse } from "../../../theme/js/search/analysis.js";

const vectors = JSON.parse(readFileSync(new URL("../../analysis_vectors.json", import.meta.url), "utf8"));

test("gives the terms of the shared vectors", () => {
  assert.ok(vectors.length > 100);
  for (const { text, terms } of vectors) assert.deepEqual(analyse(text), terms, JSON.stringify(text));
});

test("gives a term back as it is", () => {
  for (const { terms } of vectors) for (const term of terms) assert.equal(analyse(term).at(-1), term);
});

test("never leaves a text of stop words empty", () => {
  for (const word of STOP_WORDS) assert.deepEqual(analyse(word), [word]);
});
