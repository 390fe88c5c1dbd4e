/**
 * Ask stock lunr.js with the whole index and our engine with its files the same random queries; and time three ways to
 * rank. Run by `bench/search_exactness.py`: folder, number of queries, seed.
 */
import lunr from "lunr";

import { areEqual, askEngine, askLunr, openBoth, readVocabulary } from "../tests/js/lunr-shards/both-ways.mjs";
import { randomQueries } from "../tests/js/lunr-shards/random-queries.mjs";

const TIMED = 100;
const REPEATED = 5;

const [folder, count, seed] = process.argv.slice(2);
const both = await openBoth(folder);
const vocabulary = readVocabulary(both.whole);
const kinds = await compare(randomQueries(vocabulary, Number(count), Number(seed)));
console.log(JSON.stringify({ documents: both.refs.length, terms: vocabulary.terms.length, kinds, milliseconds: await time() }));

/** @returns per kind of query how many there were, how many were exact, and how many results they had */
async function compare(queries) {
  const kinds = {};
  for (const { kind, query } of queries) {
    const expected = askLunr(both.lunr, query);
    const isEqual = areEqual(expected, await askEngine(both.engine, query, both.refs));
    if (!isEqual) console.error(`${kind}: ${JSON.stringify(query)}`);
    const row = (kinds[kind] ??= { queries: 0, exact: 0, results: 0 });
    row.queries += 1;
    row.exact += Number(isEqual);
    row.results += expected.refs.length;
  }
  return kinds;
}

/**
 * Queries such as the page makes: two words of a title, each with the five most frequent words that begin like it.
 *
 * @returns milliseconds per query once its files are there, the fastest of a few runs
 */
async function time() {
  const { engine } = both;
  const times = { "whole index": [], "partial index": [], engine: [] };
  const step = Math.max(1, Math.floor(both.refs.length / TIMED));
  for (let document = 0; document < both.refs.length; document += step) {
    const [[, title]] = await engine.stored([document]);
    const words = title.toLowerCase().match(/[a-z]{4,}/g) ?? [];
    const clauses = [];
    for (const word of words.slice(0, 2)) {
      clauses.push({ term: word, boost: 10 });
      for (const term of await engine.complete(word.slice(0, 5), 5)) clauses.push({ term });
    }
    const { terms } = await engine.search(clauses);
    times["whole index"].push(await fastest(() => askLunr(both.lunr, clauses)));
    times["partial index"].push(await fastest(() => askLunr(loadPart([...terms.values()]), clauses)));
    times.engine.push(await fastest(() => engine.search(clauses)));
  }
  return times;
}

/** @returns {lunr.Index} an index of some terms only, as `lunr.Index.load` takes it */
function loadPart(terms) {
  const { fields } = both.whole;
  const vectors = new Map();
  const invertedIndex = terms
    .sort((a, b) => (a.word < b.word ? -1 : 1))
    .map(({ word, postings }, number) => {
      const fieldsOfTerm = fields.map((field, place) => {
        const found = {};
        postings[place]?.documents.forEach((document, at) => {
          const ref = both.refs[document];
          found[ref] = {};
          const name = `${field}/${ref}`;
          if (!vectors.has(name)) vectors.set(name, []);
          vectors.get(name).push(number, postings[place].weights[at]);
        });
        return [field, found];
      });
      return [word, { _index: number, ...Object.fromEntries(fieldsOfTerm) }];
    });
  return lunr.Index.load({ version: lunr.version, fields, fieldVectors: [...vectors], invertedIndex, pipeline: [] });
}

async function fastest(run) {
  let least = Infinity;
  for (let turn = 0; turn < REPEATED; turn++) {
    const start = performance.now();
    await run();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}
