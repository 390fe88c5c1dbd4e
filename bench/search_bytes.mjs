/**
 * What a first search loads: run by `bench/search_bytes.py` with the folder of an index and the script of the search page.
 * Print what each judged query loads: `[vraag, files, bytes]`.
 */
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

import { openFiles } from "../tests/js/lunr-shards/both-ways.mjs";
import { find } from "../theme/js/search/find.js";
import { loadHits } from "../theme/js/search/hits.js";

const SHOWN = 10;
const [folder, script] = process.argv.slice(2);
const queries = JSON.parse(readFileSync(new URL("search_quality/queries.json", import.meta.url), "utf8"));

/** @type {Map<string, number>} */
const sizes = new Map();
const sizeOf = (text) => sizes.get(text) ?? sizes.set(text, brotliCompressSync(text).length).get(text);

const costs = [];
for (const { vraag } of queries) {
  const loaded = [readFileSync(script, "utf8")];
  const engine = await openFiles(folder, (_, text) => loaded.push(text));
  const { first } = await find(engine, { query: vraag, order: "", chosen: new Map() });
  await loadHits(engine, await first(SHOWN));
  costs.push([vraag, loaded.length, loaded.reduce((sum, text) => sum + sizeOf(text), 0)]);
}
console.log(JSON.stringify(costs));
