/** Run every query in `<folder>/task.json` on every engine, and print the figures. */

import { readFileSync } from "node:fs";
import { join } from "node:path";

import MiniSearch from "minisearch";

import { rankByCoverage } from "../../theme/js/search/coverage.js";
import { buildQuery } from "../../theme/js/search/dutch.js";
import { rankFound } from "../../theme/js/search/related.js";
import { openFiles } from "../../tests/js/lunr-shards/both-ways.mjs";

const OURS = "ours";
const DEPTH = 10;
const work = process.argv[2];
const { boosts, queries, pairs } = JSON.parse(readFileSync(join(work, "task.json"), "utf8"));

async function engines(name) {
  const folder = join(work, name);
  const documents = JSON.parse(readFileSync(join(folder, "documents.json"), "utf8"));
  const synonyms = name === "queries";
  return {
    [OURS]: await ours(folder, { synonyms }),
    "ours, without synonyms": await ours(folder, { synonyms: false }),
    "ours, without related entries": await ours(folder, { synonyms, related: false }),
    "ours, as Lunr ranks": await ours(folder, { synonyms, coverage: false }),
    MiniSearch: miniSearch(documents),
  };
}

/** Our engine with the files of an index, and all of its Dutch, or all but one part. */
async function ours(folder, { synonyms = true, coverage = true, related = coverage } = {}) {
  const engine = await openFiles(folder);
  const { listed } = engine;
  if (!synonyms) engine.listed = async (...asked) => ((found) => (asked[0] === "begin" && found ? [[], found[1]] : found))(await listed.apply(engine, asked));
  const refs = (documents) => engine.stored(documents).then((hits) => hits.map(([ref]) => ref));
  return async (text) => {
    for (const { clauses, words, fillerPhrases } of (await buildQuery(text, engine)).attempts) {
      const ranking = await engine.search(clauses);
      if (!ranking.documents.length) continue;
      const ranked = related ? await rankFound(engine, ranking, words, fillerPhrases) : coverage ? rankByCoverage(ranking, words, fillerPhrases) : ranking;
      return refs(ranked.documents);
    }
    return [];
  };
}

/** MiniSearch with prefixes and typing errors, as its manual proposes. */
function miniSearch(documents) {
  const { delen: _, ...boost } = boosts;
  const index = new MiniSearch({ idField: "ref", fields: Object.keys(boost) });
  index.addAll(documents);
  return async (text) => index.search(text, { prefix: true, fuzzy: 0.2, boost }).map(({ id }) => id);
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
