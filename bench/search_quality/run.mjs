/** Run every query in `<folder>/task.json` on every engine, and print the figures. */

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
    "ours, without related entries": await ours(folder, { synonyms, related: false }),
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
const show = (value) => (value <= 1 ? value.toFixed(3) : value.toFixed(1));

/** @returns a row of a table: the measures of some judged queries */
function measure(judged) {
  const [recall, rank, gain, hits] = mean(judged.map(({ row }) => row)).map(show);
  return { queries: `${judged.length}`, "recall@10": recall, MRR: rank, "nDCG@10": gain, hits };
}

const tables = { pairs: [], "ours, per kind of query": [] };
const misses = [];
for (const [engine, search] of Object.entries(await engines("queries"))) {
  const judged = [];
  for (const query of queries) {
    const refs = await search(query.vraag);
    const row = judge(refs, query.goed);
    judged.push({ ...query, row });
    const missing = Object.keys(query.goed).filter((ref) => !refs.slice(0, DEPTH).includes(ref));
    if (engine === OURS && ["ontwikkeling", "zinnen"].includes(query.deel) && (row[1] < 1 || missing.length)) {
      misses.push(`${query.vraag}: first at ${Math.round(1 / row[1])}; missing ${missing.join(", ") || "-"}`);
    }
  }
  const { lezers, zinnen, ...developed } = group(judged, ({ deel }) => deel);
  const alle = Object.values(developed).flat();
  const parts = { ...developed, alle, zinnen, lezers };
  for (const [part, rows] of Object.entries(parts)) (tables[`queries, ${part}`] ??= []).push({ engine, ...measure(rows) });
  if (engine !== OURS) continue;
  for (const [kind, rows] of Object.entries(group(alle, ({ soort }) => soort))) {
    tables["ours, per kind of query"].push({ kind, ...measure(rows) });
  }
}
for (const [engine, search] of Object.entries(await engines("pairs"))) {
  let hits = 0;
  const found = {};
  for (const { soort, woord, vraag, ref } of pairs) {
    const refs = await search(vraag);
    hits += refs.length;
    (found[soort] ??= []).push(refs.includes(ref));
    if (engine === OURS && !refs.includes(ref)) misses.unshift(`${woord} by ${vraag} (${soort})`);
  }
  const counts = Object.entries(found).map(([kind, all]) => [kind, `${all.filter(Boolean).length}/${all.length}`]);
  tables.pairs.push({ engine, ...Object.fromEntries(counts), "hits per query": show(hits / pairs.length) });
}
console.log(JSON.stringify({ tables, misses }));
