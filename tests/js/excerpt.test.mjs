import assert from "node:assert/strict";
import test from "node:test";

import { cutExcerpt, fieldsWith } from "../../theme/js/search/highlight.js";

const LONG = `${"Voor dit stuk staat heel veel. ".repeat(10)}Dan komt de budgetcoach thuis. ${"Daarna volgt nog veel meer. ".repeat(20)}`.trim();

test("a short text is shown whole, a text without the words not at all", () => {
  assert.equal(cutExcerpt("De budgetcoach komt thuis.", [["budgetcoach"]]), "De budgetcoach komt thuis.");
  assert.equal(cutExcerpt("Niemand komt thuis.", [["budgetcoach"]]), "");
});

test("of a long text the part around the word is shown, in whole words", () => {
  const excerpt = cutExcerpt(LONG, [["budgetcoach"]]);
  assert.match(excerpt, /^… .*budgetcoach thuis\..* …$/);
  assert.ok(excerpt.length < 240);
  const [, middle] = /^… (.*) …$/.exec(excerpt);
  assert.ok(LONG.includes(` ${middle} `));
});

test("a word at the start or the end has an ellipsis on one side only", () => {
  assert.match(cutExcerpt(LONG, [["voor"]]), /^Voor dit .* …$/);
  assert.match(cutExcerpt(`${LONG} Slot`, [["slot"]]), /^… .* Slot$/);
});

test("a very long word before the match does not push the match out", () => {
  const word = "x".repeat(120);
  assert.match(cutExcerpt(`${word} huur`, [["huur"]]), /huur$/);
});

test("the fields with one of the terms are listed in the order of the index", () => {
  const term = (...lists) => ({ postings: lists.map((documents) => documents && { documents: Uint32Array.from(documents) }) });
  const terms = [term([1], undefined, [2, 3]), term(undefined, [3], undefined)];
  assert.deepEqual(fieldsWith(3, terms, ["titel", "aanpak", "lessen"]), ["aanpak", "lessen"]);
  assert.deepEqual(fieldsWith(4, terms, ["titel", "aanpak", "lessen"]), []);
});
