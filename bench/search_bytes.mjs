/**
 * What a first search loads: run by `bench/search_bytes.py` with the folder of an index and the script of the search page.
 * Print what each judged query loads, per kind of file: `[vraag, {kind: [files, bytes]}]`.
 */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
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
const scriptSize = sizeOf(readFileSync(script, "utf8"));

const costs = [];
for (const { vraag } of queries) {
  const kinds = { script: [1, scriptSize] };
  const engine = await openFiles(folder, (address, text) => {
    const kind = (kinds[basename(address).replace(/[.]\w+[.]json$|[.]json$/, "").replace(/-\d+$/, "")] ??= [0, 0]);
    kind[0] += 1;
    kind[1] += sizeOf(text);
  });
  const { first } = await find(engine, { query: vraag, order: "", chosen: new Map() });
  await loadHits(engine, await first(SHOWN));
  costs.push([vraag, kinds]);
}
console.log(JSON.stringify(costs));
