/** Ask every engine everything in `<folder>/task.json`; prints the figures. */

import { readFileSync } from "node:fs";
import { join } from "node:path";

import { lunrDutch, miniSearch, ours, pagefind } from "./engines.mjs";

const OURS = "ours";
const DEPTH = 10;
const work = process.argv[2];
const { peers, boosts, queries, pairs } = JSON.parse(readFileSync(join(work, "task.json"), "utf8"));

async function engines(name) {
  const folder = join(work, name);
  const documents = JSON.parse(readFileSync(join(folder, "documents.json"), "utf8"));
  const synonyms = name === "queries";
  return {
    [OURS]: await ours(folder, { synonyms }),
    "ours, without synonyms": await ours(folder, { synonyms: false }),
    "ours, as Lunr ranks": await ours(folder, { synonyms, coverage: false }),
    "ours, without forms": await ours(folder, { synonyms, forms: false }),
    "lunr.js nl": lunrDutch(peers, documents, boosts),
    Pagefind: await pagefind(join(folder, "site")),
    MiniSearch: miniSearch(peers, documents, boosts),
  };
}

/** Return recall among the first ten, the reciprocal rank of the first good entry, nDCG of the first ten, and hits. */
function judge(refs, good) {
  const first = refs.slice(0, DEPTH);
  const rank = refs.findIndex((ref) => good[ref]);
  const gain = (grades) => grades.reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);
  const best = Object.values(good).sort((one, other) => other - one);
  return [
    first.filter((ref) => good[ref]).length / Math.min(DEPTH, best.length),
    rank < 0 ? 0 : 1 / (rank + 1),
    gain(first.map((ref) => good[ref] ?? 0)) / gain(best.slice(0, DEPTH)),
    refs.length,
  ];
}

const mean = (rows) => rows[0].map((_, column) => rows.reduce((sum, row) => sum + row[column], 0) / rows.length);
const group = (items, key) => items.reduce((all, item) => ((all[key(item)] ??= []).push(item), all), {});

const results = { counts: {}, queries: {}, kinds: {}, pairs: {}, misses: [], "missed pairs": [] };
for (const [name, search] of Object.entries(await engines("queries"))) {
  const judged = [];
  for (const query of queries) {
    const refs = await search(query.vraag);
    const row = judge(refs, query.goed);
    judged.push({ ...query, row });
    const missing = Object.keys(query.goed).filter((ref) => !refs.slice(0, DEPTH).includes(ref));
    if (name === OURS && query.deel === "ontwikkeling" && (row[1] < 1 || missing.length)) {
      results.misses.push(`${query.vraag}: first at ${Math.round(1 / row[1])}; missing ${missing.join(", ") || "-"}`);
    }
  }
  for (const [part, rows] of Object.entries({ ...group(judged, ({ deel }) => deel), alle: judged })) {
    results.counts[part] = rows.length;
    (results.queries[part] ??= {})[name] = mean(rows.map(({ row }) => row));
  }
  if (name !== OURS) continue;
  for (const [kind, rows] of Object.entries(group(judged, ({ soort }) => soort))) {
    results.kinds[kind] = [rows.length, mean(rows.map(({ row }) => row))];
  }
}
for (const [name, search] of Object.entries(await engines("pairs"))) {
  const kinds = (results.pairs[name] = {});
  for (const { soort, woord, vraag, ref } of pairs) {
    const refs = await search(vraag);
    const counts = (kinds[soort] ??= [0, 0, 0]);
    counts[0] += refs.includes(ref) ? 1 : 0;
    counts[1] += 1;
    counts[2] += refs.length;
    if (name === OURS && !refs.includes(ref)) results["missed pairs"].push(`not found: ${woord} by ${vraag} (${soort})`);
  }
}
console.log(JSON.stringify(results));
