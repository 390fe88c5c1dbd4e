/**
 * The promise of the sharded index: refs, order and scores of any query are those of the whole index in stock lunr.js.
 *
 * Run by `tests/lunr_shards/test_exactness.py`, which makes the index: INDEX is its folder, COUNT and SEED determine the queries.
 */
import assert from "node:assert/strict";
import test from "node:test";

import stock from "lunr";

import { areEqual, askEngine, askLunr, openBoth, readVocabulary } from "./both-ways.mjs";
import { randomQueries } from "./random-queries.mjs";

const { INDEX = "", COUNT = "", SEED = "" } = process.env;
const { whole, lunr, engine, refs } = await openBoth(INDEX);
const vocabulary = readVocabulary(whole);
const everything = Array.from(refs, (_, document) => document);
const stored = await engine.stored(everything);
/** How many documents hold a term; Lunr counts a document once for each field. */
const counts = new Map(
  whole.invertedIndex.map(([term, posting]) => [
    term,
    whole.fields.reduce((sum, field) => sum + Object.keys(posting[field]).length, 0),
  ]),
);

test("ranks as lunr.js does", async (t) => {
  const queries = randomQueries(vocabulary, Number(COUNT), Number(SEED));
  let found = 0;
  for (const { kind, query } of queries) {
    const expected = askLunr(lunr, query);
    found += expected.refs.length;
    assert.ok(areEqual(expected, await askEngine(engine, query, refs)), `${kind}: ${JSON.stringify(query)}`);
  }
  assert.ok(found > queries.length, "too few of the queries find anything");
  t.diagnostic(`${queries.length} queries, ${found} results`);
});

test("counts the documents with a term as lunr.js does", async () => {
  for (const [term, documents] of counts) assert.equal(await engine.documentFrequency(term), documents, term);
  assert.equal(await engine.documentFrequency("zqx"), 0);
});

test("completes with the most frequent terms", async () => {
  for (const prefix of [...new Set(vocabulary.terms.map((term) => [...term].slice(0, 2).join("")))].slice(0, 200)) {
    const expected = vocabulary.terms.filter((term) => term.startsWith(prefix)).sort((a, b) => counts.get(b) - counts.get(a));
    assert.deepEqual(await engine.complete(prefix, 8), expected.slice(0, 8), prefix);
  }
});

test("finds the terms near a word as lunr.js does", async () => {
  const step = Math.ceil(vocabulary.terms.length / 60);
  for (let at = 0; at < vocabulary.terms.length; at += step) {
    const word = [...vocabulary.terms[at]].slice(1).join("");
    for (const distance of [1, 2]) {
      const expected = lunr.tokenSet.intersect(stock.TokenSet.fromFuzzyString(word, distance)).toArray();
      const found = await engine.match({ term: word, editDistance: distance }, engine.shards);
      assert.deepEqual([...found].sort(), [...expected].sort(), `${word} ${distance}`);
    }
  }
});

test("looks up a list by exact key", async () => {
  for (const key of ["huur", "é", "😀x", "toString"]) assert.deepEqual(await engine.listed("woord", key), [key]);
  assert.equal(await engine.listed("woord", "constructor"), undefined);
  assert.equal(await engine.listed("geen", "huur"), undefined);
});

test("counts facet values, and filters by them", async () => {
  const some = everything.filter((document) => document % 3);
  const facets = await engine.facets(some);
  assert.deepEqual([...facets.keys()], engine.manifest.facets);
  for (const [facet, choices] of facets) {
    assert.ok(choices.length > 0, facet);
    for (const { value, count } of choices) {
      const having = everything.filter((document) => stored[document].values[facet].includes(value));
      assert.deepEqual([...(await engine.matching(facet, value))], having, `${facet} ${value}`);
      assert.equal(count, having.filter((document) => document % 3).length, `${facet} ${value}`);
    }
    assert.deepEqual([...(await engine.matching(facet, "unknown"))], []);
  }
});

test("has the counts for all documents in the index", async () => {
  const labels = new Map();
  for (const name of engine.manifest.facets) {
    const counted = (await engine.values(`${name}/`)).map(({ value, label, documents }) => ({ value, label, count: documents.length }));
    labels.set(name, counted.sort((a, b) => b.count - a.count));
  }
  assert.deepEqual(await engine.facets(everything), labels);
});

test("sorts by newest", async () => {
  const some = everything.filter((document) => document % 2).reverse();
  const newest = await engine.ordered("newest", some);
  assert.equal(new Set(newest).size, some.length);
  const dates = Array.from(newest, (document) => stored[document].date);
  assert.deepEqual(dates, [...dates].sort().reverse());
  for (const most of [0, 1, 10, some.length + 1]) assert.deepEqual(await engine.ordered("newest", some, most), newest.slice(0, most), `${most}`);
});

test("returns the stored data and the text of every document", async () => {
  assert.deepEqual(stored.map(({ ref }) => ref), refs);
  assert.ok((await engine.texts(1)).every((text) => typeof text === "string" && text));
});
