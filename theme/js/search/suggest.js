/** What to suggest for what is being typed: themes, organisations, practices and ways to finish the last word. */
import { makeSlug } from "../lib/slug.js";
import { analyse } from "./analysis.js";
import { find } from "./find.js";
import { loadHits, manifestOf } from "./hits.js";
import { findPages } from "./pages.js";

/**
 * @import { Engine } from "../lunr-shards/engine.js"
 *
 * @typedef {object} Suggestion
 * @property {string} kind what it is, in a word
 * @property {string} text
 * @property {string} path from the root of the site; for words to search for, the words
 * @property {boolean} isQuery whether it is words to search for
 *
 * @typedef {{ topic: string, partner: string }} Paths where pages are, with a star for the name in the address
 */

const MOST = 8;
const SHORTEST = 2;

/** Which facets have pages of their own, what their values are called and how many are shown. */
const FACETS = /** @type {const} */ ([
  ["thema", "Thema", "topic", 2],
  ["partner", "Partner", "partner", 2],
  ["corporatie", "Corporatie", "partner", 2],
]);

/** @type {(engine: Engine, text: string, paths: Paths, withPractices: boolean) => Promise<Suggestion[]>} */
export async function suggest(engine, text, paths, withPractices) {
  const terms = analyse(text, manifestOf(engine).stopWords);
  const last = terms.at(-1) ?? "";
  if (terms.join("").length < SHORTEST) return [];
  const [pages, practices, words] = await Promise.all([
    Promise.all(FACETS.map((facet) => namedPages(engine, text, paths, facet))),
    withPractices ? bestPractices(engine, text) : [],
    /[\p{L}\p{N}]$/u.test(text) && last.length > SHORTEST ? engine.complete(last, 4) : [],
  ]);
  const start = text.trim().replace(/\S+$/, "");
  const queries = words
    .filter((word) => word !== last && pages.flat().every((page) => page.text.toLowerCase() !== word))
    .slice(0, 3)
    .map((word) => ({ kind: "Zoek op", text: start + word, path: start + word, isQuery: true }));
  const texts = findPages(engine, text).map(({ title, path }) => ({ kind: "Pagina", text: title, path, isQuery: false }));
  return [...texts, ...pages.flat(), ...queries, ...practices].slice(0, MOST);
}

/** @type {(engine: Engine, text: string, paths: Paths, facet: typeof FACETS[number]) => Promise<Suggestion[]>} */
async function namedPages(engine, text, paths, [facet, kind, page, most]) {
  // Values are sorted by what stands in the address of a page, so only one file or two is loaded.
  const values = await engine.values(`${facet}/${makeSlug(text)}`);
  return values
    .sort((a, b) => b.documents.length - a.documents.length)
    .slice(0, most)
    .map(({ value, label }) => ({ kind, text: label, path: paths[page].replace("*", value), isQuery: false }));
}

/** @type {(engine: Engine, text: string) => Promise<Suggestion[]>} */
async function bestPractices(engine, text) {
  const { documents } = await find(engine, { query: text, order: "", chosen: new Map() });
  const hits = await loadHits(engine, documents.subarray(0, 3));
  return hits.map(({ title, path }) => ({ kind: "Praktijk", text: title, path, isQuery: false }));
}
