import assert from "node:assert/strict";
import test from "node:test";

import lunr from "lunr";

import { analyse } from "../../theme/js/search/analysis.js";
import { findHits } from "../../theme/js/search/find-hits.js";

const TEXTS = {
  budgetcoach: "Budgetcoach helpt bij huurachterstand",
  huurachterstand: "Huurachterstand vroeg zien, huurachterstand oplossen",
  huurkorting: "Huurkorting voor wie de buurt schoonhoudt",
  schilders: "Jongeren leren schilderen bij een schildersbedrijf",
  "co2-meting": "CO₂-voetafdruk van de organisatie gemeten",
};

/** An index as the build makes it: our own terms, no pipeline, sent as JSON. */
function indexOf(texts) {
  const builder = new lunr.Builder();
  builder.ref("ref");
  builder.field("tekst");
  builder.tokenizer = (text) => analyse(text).map((term) => new lunr.Token(term, {}));
  for (const [ref, tekst] of Object.entries(texts)) builder.add({ ref, tekst });
  return lunr.Index.load(JSON.parse(JSON.stringify(builder.build())));
}

const index = indexOf(TEXTS);
const refs = (query) => findHits(index, query).hits.map((hit) => hit.ref);
const match = (query) => findHits(index, query).match;

test("a word finds the practices in which it stands, most telling first", () => {
  assert.deepEqual(refs("huurachterstand"), ["huurachterstand", "budgetcoach"]);
});

test("the last word may be unfinished, however short", () => {
  assert.deepEqual(refs("huurk"), ["huurkorting"]);
  assert.deepEqual(refs("bij s"), ["schilders"]);
});

test("an earlier word of four letters or more may be the beginning of a word", () => {
  assert.deepEqual(refs("schilder jongeren"), ["schilders"]);
  assert.equal(match("org gemeten"), "some");
});

test("a whole word counts for more than the beginning of another", () => {
  const both = indexOf({ begin: "stageplaats", whole: "stage" });
  assert.deepEqual(
    findHits(both, "stage").hits.map((hit) => hit.ref),
    ["whole", "begin"],
  );
});

test("all words must occur when they do somewhere together", () => {
  assert.deepEqual(refs("huurachterstand budgetcoach"), ["budgetcoach"]);
  assert.equal(match("huurachterstand budgetcoach"), "all");
});

test("when no practice has all words, those with some of them are shown as such", () => {
  const found = findHits(index, "huurkorting schilderen");
  assert.equal(found.match, "some");
  assert.deepEqual(found.hits.map((hit) => hit.ref).sort(), ["huurkorting", "schilders"]);
});

test("a word that occurs nowhere is taken for a typing error", () => {
  const found = findHits(index, "huurkrting");
  assert.equal(found.match, "similar");
  assert.deepEqual(
    found.hits.map((hit) => hit.ref),
    ["huurkorting"],
  );
});

test("a typing error beside a right word leaves the right word required", () => {
  const found = findHits(index, "huurachterstand budgetcoahc");
  assert.equal(found.match, "similar");
  assert.deepEqual(
    found.hits.map((hit) => hit.ref),
    ["budgetcoach"],
  );
});

test("what cannot be mended finds nothing", () => {
  assert.deepEqual(findHits(index, "quizzzz"), { match: "none", hits: [] });
});

test("a query without letters or digits finds nothing and does not fail", () => {
  for (const query of ["", "  ", "+-*~:^", "’"]) assert.deepEqual(findHits(index, query), { match: "none", hits: [] });
});

test("signs that mean something to Lunr are just signs", () => {
  assert.equal(match("tekst:huurkorting"), "some"); // the word "tekst" is nowhere
  assert.deepEqual(refs("huurkorting~"), ["huurkorting"]);
  assert.deepEqual(refs("-huurkorting"), ["huurkorting"]);
});

test("accents and subscripts make no difference", () => {
  assert.deepEqual(refs("CO2"), ["co2-meting"]);
  assert.deepEqual(refs("húúrkorting"), ["huurkorting"]);
});

test("a hit says which terms of the index were found", () => {
  const [hit] = findHits(index, "schilder").hits;
  assert.deepEqual(hit.terms.sort(), ["schilderen", "schildersbedrijf"]);
});
