import assert from "node:assert/strict";
import test from "node:test";

import { markTerms } from "../../theme/js/search/highlight.js";

const marked = (text, terms) => markTerms(text, terms.map((term) => term.split(" "))).map((piece) => (piece.marked ? `[${piece.text}]` : piece.text));

test("a match is marked as a whole word, with its capitals and accents", () => {
  assert.deepEqual(marked("Eén stage: Stage!", ["stage"]), ["Eén ", "[stage]", ": ", "[Stage]", "!"]);
  assert.deepEqual(marked("Financiële hulp", ["financiele"]), ["[Financiële]", " hulp"]);
});

test("a word with an apostrophe is one word", () => {
  assert.deepEqual(marked("Twee thema’s en thema's", ["themas"]), ["Twee ", "[thema’s]", " en ", "[thema's]"]);
});

test("a compound that begins or ends with the word is marked as a whole", () => {
  assert.deepEqual(marked("huurachterstand en verhuur", ["huur"]), ["[huurachterstand]", " en ", "[verhuur]"]);
  assert.deepEqual(marked("een leer-werktraject", ["werktraject"]), ["een ", "[leer-werktraject]"]);
});

test("the rest of a compound must be a word, not an ending", () => {
  assert.deepEqual(marked("huurders en huurbeleid", ["huur"]), ["huurders en ", "[huurbeleid]"]);
  assert.deepEqual(marked("de werkplek, het werkende", ["werk"]), ["de ", "[werkplek]", ", het werkende"]);
});

test("a few letters inside a word do not match", () => {
  assert.deepEqual(marked("kamerad de dakpan", ["ame", "dak", "kpa"]), ["kamerad de dakpan"]);
});

test("the parts together are the original text", () => {
  const text = "  Co₂-uitstoot – ’s avonds, ‘thuis’ é é  ";
  const pieces = markTerms(text, [["co2"], ["thuis"], ["e"]]);
  assert.equal(pieces.map((piece) => piece.text).join(""), text);
  assert.deepEqual(
    pieces.filter((piece) => piece.marked).map((piece) => piece.text),
    ["Co₂-uitstoot", "thuis", "é", "é"],
  );
});

test("markup in a text is not interpreted", () => {
  assert.deepEqual(marked("<b>stage</b>", ["stage"]), ["<b>", "[stage]", "</b>"]);
});

test("a part of a compound has at least four letters", () => {
  assert.deepEqual(marked("klusbus, dakpan", ["klus", "dak"]), ["[klusbus]", ", dakpan"]);
});

test("the words of a phrase are marked only together and in order", () => {
  assert.deepEqual(marked("De huur is niet betaald", ["huur niet betaald"]), ["De ", "[huur]", " is ", "[niet]", " ", "[betaald]"]);
  assert.deepEqual(marked("Niet de huur, die is betaald", ["huur niet betaald"]), ["Niet de huur, die is betaald"]);
  assert.deepEqual(marked("huur van een woning die zij na lang wachten niet kregen", ["huur niet"]), ["huur van een woning die zij na lang wachten niet kregen"]);
});
