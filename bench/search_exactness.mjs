/**
 * Run the same random queries on stock lunr.js with the whole index and on our engine with its files. Run by
 * `bench/search_exactness.py`: folder, number of queries.
 */
import { areEqual, askEngine, askLunr, openBoth, readVocabulary } from "../tests/js/lunr-shards/both-ways.mjs";
import { randomQueries } from "../tests/js/lunr-shards/random-queries.mjs";

const SEED = 1;

const [folder, count] = process.argv.slice(2);
const both = await openBoth(folder);
console.log(JSON.stringify(await compare(randomQueries(readVocabulary(both.whole), Number(count), SEED))));

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
