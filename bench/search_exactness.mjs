/**
 * Ask stock lunr.js with the whole index and our engine with its files the same random queries, and time both. Run by
 * `bench/search_exactness.py`: folder, number of queries.
 */
import { areEqual, askEngine, askLunr, openBoth, readVocabulary } from "../tests/js/lunr-shards/both-ways.mjs";
import { randomQueries } from "../tests/js/lunr-shards/random-queries.mjs";

const SEED = 1;
const TIMED = 100;
const REPEATED = 5;

const [folder, count] = process.argv.slice(2);
const both = await openBoth(folder);
const vocabulary = readVocabulary(both.whole);
const kinds = await compare(randomQueries(vocabulary, Number(count), SEED));
console.log(JSON.stringify({ kinds, milliseconds: await time() }));

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
 * Queries such as the page makes: two terms of a document, each with the five most frequent that begin like it.
 *
 * @returns milliseconds per query once its files are there, the fastest of a few runs
 */
async function time() {
  const { engine } = both;
  const times = { "whole index, lunr.js": [], ours: [] };
  const step = Math.max(1, Math.floor(vocabulary.documents.length / TIMED));
  for (let document = 0; document < vocabulary.documents.length; document += step) {
    const clauses = [];
    for (const term of vocabulary.documents[document].filter((word) => word.length > 4).slice(0, 2)) {
      clauses.push({ term, boost: 10 });
      for (const other of await engine.complete(term.slice(0, 5), 5)) clauses.push({ term: other });
    }
    times["whole index, lunr.js"].push(await fastest(() => askLunr(both.lunr, clauses)));
    times.ours.push(await fastest(() => engine.search(clauses)));
  }
  return times;
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
