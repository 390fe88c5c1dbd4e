/** From a search to practices: words become a query of the index, then the chosen filters leave some out. */
import { FIRST } from "./address.js";
import { cut } from "./analysis.js";
import { buildQuery } from "./dutch.js";
import { manifestOf } from "./hits.js";
import { rankFound } from "./related.js";

/**
 * @import { Choice, Engine, Found } from "../lunr-shards/engine.js"
 * @import { Term } from "../lunr-shards/terms.js"
 * @import { Search } from "./address.js"
 * @import { Phrase } from "./coverage.js"
 * @import { Interpretation } from "./dutch.js"
 *
 * @typedef {object} Match practices that match the query
 * @property {Uint32Array} found before filters; the best first
 * @property {Uint8Array} literalCounts how many of the words each document has in any form, synonyms not counted
 * @property {readonly Phrase[][]} words the phrases that match each word
 * @property {ReadonlyMap<string, Term>} terms of these words
 * @property {boolean} isDivided whether practices with all words come first
 * @property {boolean} isPart whether required words were treated as optional, since no practice has them all
 *
 * @typedef {object} Shown
 * @property {Uint32Array} documents after filters; with a query the best first
 * @property {number} complete how many of them have all words
 * @property {(count: number) => Promise<Uint32Array>} first the first of them, in the order asked for
 * @property {(facet: string) => Promise<Choice[]>} choices the values of a facet, with the number of practices that each would show
 *
 * @typedef {Match & Shown & Omit<Interpretation, "attempts">} Result
 */

/** How much more an entry weighs whose outcome has figures, in a search for figures. */
const WITH_FIGURES = 2;

/** @type {(engine: Engine, search: Search) => Promise<Result>} */
export async function find(engine, { query, order, chosen }) {
  const [match, masks] = await Promise.all([findWords(engine, query), masksOf(engine, chosen)]);
  const pass = (/** @type {string} */ but) => {
    const others = [...masks].filter(([facet]) => facet !== but).map(([, mask]) => mask);
    return match.found.filter((document) => others.every((mask) => mask[document]));
  };
  const documents = pass("");
  return {
    ...match,
    documents,
    complete: documents.filter((document) => (match.literalCounts[document] ?? 0) >= match.words.length).length,
    first: async (count) => {
      return order || !query ? engine.ordered(order || FIRST, documents, count) : documents.subarray(0, count);
    },
    choices: async (facet) => (await engine.facets(pass(facet), [facet])).get(facet) ?? [],
  };
}

/** @type {(engine: Engine, query: string) => Promise<Match & Omit<Interpretation, "attempts">>} all practices without a query */
async function findWords(engine, query) {
  const { attempts, ...interpretation } = await buildQuery(query, engine);
  const asksFigures = cut(query).some((word) => manifestOf(engine).figureWords.includes(word));
  const withFigures = asksFigures ? await engine.matching("uitkomst", "cijfers") : [];
  for (const { clauses, words, fillerPhrases, isPart } of attempts) {
    const ranking = favour(await engine.search(clauses), new Set(withFigures));
    const { documents: found, literalCounts, isDivided } = await rankFound(engine, ranking, words, fillerPhrases);
    if (found.length > 0) return { ...interpretation, found, literalCounts, words, isDivided, isPart, terms: ranking.terms };
  }
  const found = query ? new Uint32Array() : allDocuments(engine.manifest);
  return { ...interpretation, found, literalCounts: new Uint8Array(), words: [], isDivided: false, isPart: false, terms: new Map() };
}

/** @type {(found: Found, favoured: ReadonlySet<number>) => Found} with more weight for some of the documents */
function favour({ documents, scores, terms }, favoured) {
  const weights = new Map(Array.from(documents, (document, place) => [document, (scores[place] ?? 0) * (favoured.has(document) ? WITH_FIGURES : 1)]));
  const weightOf = (/** @type {number} */ document) => weights.get(document) ?? 0;
  const ordered = documents.slice().sort((one, other) => weightOf(other) - weightOf(one));
  return { documents: ordered, scores: Float64Array.from(ordered, weightOf), terms };
}

/** @param {{ documents: number }} manifest */
function allDocuments({ documents }) {
  return Uint32Array.from({ length: documents }, (_, document) => document);
}

/** @type {(engine: Engine, chosen: Search["chosen"]) => Promise<Map<string, Uint8Array>>} a mask per facet, of the documents with any of its chosen values */
async function masksOf(engine, chosen) {
  const masks = [...chosen].map(async ([facet, values]) => {
    const mask = new Uint8Array(engine.manifest.documents);
    const lists = await Promise.all(values.map((value) => engine.matching(facet, value)));
    for (const documents of lists) for (const document of documents) mask[document] = 1;
    return /** @type {const} */ ([facet, mask]);
  });
  return new Map(await Promise.all(masks));
}
