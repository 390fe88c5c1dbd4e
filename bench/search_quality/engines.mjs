/** The search engines compared; each is a function from a query to the refs of its hits, best first. */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { favourComplete } from "../../theme/js/search/coverage.js";
import { makeLexicon } from "./lexicon.mjs";

const SEARCH = new URL("../../theme/js/search/", import.meta.url);
/** Lunr's own syntax, which a query in plain words does not mean. */
const plain = (query) => query.replace(/[:~^*+-]/g, " ");

/**
 * Ours on stock lunr.js: the plan's clauses, run on the whole index; without `coverage` as Lunr ranks them.
 */
export async function ours(lunr, serialised, synonyms, stopWords, { folder = SEARCH, coverage = true } = {}) {
  const { buildQuery } = await import(new URL("dutch.js", folder));
  const index = lunr.Index.load(serialised);
  const lexicon = makeLexicon(serialised, synonyms, stopWords);
  return (text) => answer(text, lexicon, buildQuery, index, coverage);
}

async function answer(text, lexicon, buildQuery, index, coverage, asTerm = (term) => term) {
  const { attempts } = await buildQuery(text, lexicon);
  for (const { clauses, words } of attempts) {
    const merged = new Map();
    for (const clause of clauses) {
      const term = asTerm(clause.term);
      if (!(merged.get(term)?.boost > clause.boost)) merged.set(term, { ...clause, term });
    }
    const hits = index.query((query) => merged.forEach((clause) => query.clause(clause)));
    if (!hits.length) continue;
    if (!coverage) return hits.map(({ ref }) => ref);
    const terms = new Map();
    hits.forEach(({ matchData }, place) => {
      for (const term of Object.keys(matchData.metadata)) terms.set(term, [...(terms.get(term) ?? []), place]);
    });
    const ranking = {
      documents: Uint32Array.from(hits.keys()),
      scores: Float64Array.from(hits, ({ score }) => score),
      terms: new Map([...terms].map(([term, documents]) => [term, { postings: [{ documents }] }])),
    };
    return Array.from(favourComplete(ranking, words.map((meanings) => meanings.map(asTerm))).documents, (place) => hits[place].ref);
  }
  return [];
}

/** Ours with no forms by rule: what is left when stems take their place, or nothing does. */
export function withoutForms(work) {
  const folder = pathToFileURL(`${join(work, "without-forms")}/`);
  mkdirSync(folder, { recursive: true });
  for (const name of ["dutch.js", "analysis.js"]) writeFileSync(new URL(name, folder), readFileSync(new URL(name, SEARCH)));
  writeFileSync(
    new URL("inflection.js", folder),
    "export const inflections = () => new Map();\nexport const participle = (form) => `ge${form}`;\n",
  );
  writeFileSync(new URL("package.json", folder), '{"type": "module"}');
  return folder;
}

/** Ours on an index of stems: every term on either side becomes its stem. */
export async function stemmed(lunr, documents, boosts, synonyms, stopWords, stems, analyse, folder = SEARCH) {
  const { buildQuery } = await import(new URL("dutch.js", folder));
  const stem = (term) => stems[term] ?? term;
  const builder = makeBuilder(lunr, boosts, (text) => analyse(text).map(stem));
  documents.forEach((document) => builder.add(document));
  const index = builder.build();
  const byStem = makeLexicon(JSON.parse(JSON.stringify(index)), synonyms, stopWords);
  const lexicon = {
    ...byStem,
    documentFrequency: (term) => byStem.documentFrequency(stem(term)),
  };
  return (text) => answer(text, lexicon, buildQuery, index, true, stem);
}

function makeBuilder(lunr, boosts, analyse) {
  const builder = new lunr.Builder();
  builder.ref("ref");
  for (const [name, boost] of Object.entries(boosts)) builder.field(name, { boost });
  builder.pipeline.reset();
  builder.searchPipeline.reset();
  builder.tokenizer = (text) => analyse(text ?? "").map((term) => new lunr.Token(term));
  return builder;
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
