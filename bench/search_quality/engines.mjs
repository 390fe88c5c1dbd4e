/** The search engines compared; each is a function from a query to the refs of its hits, best first. */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { rankByCoverage } from "../../theme/js/search/coverage.js";
import { rankFound } from "../../theme/js/search/related.js";
import { openFiles } from "../../tests/js/lunr-shards/both-ways.mjs";

const SEARCH = new URL("../../theme/js/search/", import.meta.url);

/** Our engine with the files of an index, and all of its Dutch, or all but one part. */
export async function ours(folder, { synonyms = true, coverage = true, forms = true, related = coverage } = {}) {
  const { buildQuery } = await import(new URL("dutch.js", forms ? SEARCH : withoutForms(folder)));
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

/** A copy of what makes a query, with no forms by rule. */
function withoutForms(work) {
  const folder = pathToFileURL(`${join(work, "without-forms")}/`);
  mkdirSync(folder, { recursive: true });
  for (const name of ["dutch.js", "analysis.js", "hits.js", "listed.js", "names.js", "spelling.js"]) writeFileSync(new URL(name, folder), readFileSync(new URL(name, SEARCH)));
  const nothing = "export const inflections = () => new Map();\nexport const participle = (form) => `ge${form}`;\n";
  writeFileSync(new URL("inflection.js", folder), nothing);
  writeFileSync(new URL("package.json", folder), '{"type": "module"}');
  return folder;
}

/** Stock lunr.js with the Dutch language of lunr-languages. */
export function lunrDutch(peers, documents, boosts) {
  const require = createRequire(join(peers, "package.json"));
  const lunr = require("lunr");
  require("lunr-languages/lunr.stemmer.support")(lunr);
  require("lunr-languages/lunr.nl")(lunr);
  const index = lunr(function () {
    this.use(lunr.nl);
    this.ref("ref");
    for (const [name, boost] of Object.entries(boosts)) if (name !== "delen") this.field(name, { boost });
    documents.forEach((document) => this.add(document));
  });
  const plain = (query) => query.replace(/[:~^*+-]/g, " "); // its own syntax, which a query in plain words does not mean
  return async (text) => index.search(plain(text)).map(({ ref }) => ref);
}

/** MiniSearch with prefixes and typing errors, as its manual proposes. */
export function miniSearch(peers, documents, boosts) {
  const MiniSearch = createRequire(join(peers, "package.json"))("minisearch");
  const { delen: _, ...boost } = boosts;
  const index = new MiniSearch({ idField: "ref", fields: Object.keys(boost) });
  index.addAll(documents);
  return async (text) => index.search(text, { prefix: true, fuzzy: 0.2, boost }).map(({ id }) => id);
}

/** Pagefind, with its files read from disk where a browser would fetch them. */
export async function pagefind(site) {
  globalThis.fetch = async (address) => {
    const path = String(address).replace(/\?.*$/, "").replace(/^.*\/pagefind\//, "");
    return new Response(readFileSync(join(site, "pagefind", path)));
  };
  globalThis.document ??= { querySelector: () => ({ getAttribute: () => "nl" }), currentScript: null };
  globalThis.window ??= globalThis;
  globalThis.location ??= new URL("http://localhost/");
  const engine = await import(pathToFileURL(join(site, "pagefind/pagefind.js")));
  await engine.options({ basePath: "/pagefind/" });
  await engine.init();
  return async (text) => {
    const { results } = await engine.search(text);
    const pages = await Promise.all(results.map((result) => result.data()));
    return pages.map(({ url }) => url.replaceAll("/", ""));
  };
}
