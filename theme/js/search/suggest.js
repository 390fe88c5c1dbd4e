/** Suggestions while typing: pages, themes, organisations, search terms and practices. */
import { makeSlug } from "../lib/slug.js";
import { analyse, cut } from "./analysis.js";
import { find } from "./find.js";
import { loadHits, manifestOf } from "./hits.js";
import { inflections } from "./inflection.js";
import { findPages } from "./pages.js";

/**
 * @import { Engine } from "../lunr-shards/engine.js"
 *
 * @typedef {object} Suggestion
 * @property {string} kind a word that says what it is
 * @property {string} text
 * @property {string} path from the root of the site, or the words to search for
 * @property {boolean} isQuery whether it is a search
 *
 * @typedef {{ topic: string, partner: string }} Paths of pages, with a star for the slug
 */

const MOST = 8;
const SHORTEST = 2;
const MOST_WORDS = 3;
const ONE_FORM = 0.8; // inflections such as the plural, not derived words

/** The beginning of a question, which one word does not complete. */
const QUESTION = /^(hoe|wat|wie|welke?|waar\p{L}*|wanneer|kan|kun\p{L}*|mag|moet\p{L}*|is|zijn)\s/iu;

/** The facets whose values have pages: facet, name, key in `Paths`, and how many are suggested. */
const FACETS = /** @type {const} */ ([
  ["thema", "Thema", "topic", 2],
  ["partner", "Partner", "partner", 2],
  ["corporatie", "Corporatie", "partner", 2],
]);

/** @type {(engine: Engine, text: string, paths: Paths, withPractices: boolean) => Promise<Suggestion[]>} */
export async function suggest(engine, text, paths, withPractices) {
  if (analyse(text, manifestOf(engine).stopWords).join("").length < SHORTEST) return [];
  const [pages, practices, words] = await Promise.all([
    Promise.all(FACETS.map((facet) => namedPages(engine, text, paths, facet))),
    withPractices ? bestPractices(engine, text) : [],
    finish(engine, text),
  ]);
  const named = new Set(pages.flat().map((page) => page.text.toLowerCase()));
  const queries = words
    .filter((word) => !named.has(word.toLowerCase()))
    .slice(0, MOST_WORDS)
    .map((word) => ({ kind: "Zoek op", text: word, path: word, isQuery: true }));
  const texts = findPages(engine, text).map(({ title, path }) => ({ kind: "Pagina", text: title, path, isQuery: false }));
  return [...texts, ...pages.flat(), ...queries, ...practices].slice(0, MOST);
}

/** @type {(engine: Engine, text: string) => Promise<string[]>} the text completed with keywords of practices; not after a stop word, nor in a question */
async function finish(engine, text) {
  const { stopWords } = manifestOf(engine);
  const typed = text.trim();
  const [last = "", before = ""] = cut(typed).reverse();
  const isWord = /[\p{L}\p{N}]$/u.test(text) && last.length > SHORTEST && ![last, before].some((word) => stopWords.includes(word));
  if (!isWord || QUESTION.test(typed)) return [];
  const start = typed.replace(/\S+$/, "");
  const wholes = await keywords(engine, typed);
  const ends = start ? (await keywords(engine, typed.slice(start.length))).map((word) => start + word) : [];
  return [...wholes, ...ends].filter((word) => word.toLowerCase() !== typed.toLowerCase());
}

/** @type {(engine: Engine, begin: string) => Promise<string[]>} the most frequent first, without a second form of the same word */
async function keywords(engine, begin) {
  const values = await engine.values(`zoekwoord/${makeSlug(begin)}`);
  const seen = new Set();
  return values
    .sort((a, b) => b.documents.length - a.documents.length)
    .flatMap(({ label }) => {
      const word = cut(label).join(" ");
      const forms = [word, ...[...inflections(word)].flatMap(([form, weight]) => (weight < ONE_FORM ? [] : [form]))];
      const isNew = forms.every((form) => !seen.has(form));
      seen.add(word);
      return isNew ? [label] : [];
    });
}

/** @type {(engine: Engine, text: string, paths: Paths, facet: typeof FACETS[number]) => Promise<Suggestion[]>} */
async function namedPages(engine, text, paths, [facet, kind, page, most]) {
  // Values are sorted by slug, so only one or two files are loaded.
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
