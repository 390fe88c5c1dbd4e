/** From a question to practices: words become a query of the index, then the chosen values leave some out. */
import { FIRST } from "./address.js";
import { favourComplete } from "./coverage.js";
import { buildQuery } from "./dutch.js";

/**
 * @import { Choice, Engine } from "../lunr-shards/engine.js"
 * @import { Question } from "./address.js"
 *
 * @typedef {object} Result
 * @property {Uint32Array} documents those to show; the best first, where there are words
 * @property {(count: number) => Promise<Uint32Array>} first the first of them, in the order asked for
 * @property {Uint32Array} found those with the words, whatever values are chosen
 * @property {ReadonlyMap<string, import("../lunr-shards/terms.js").Term>} terms what the words stood for
 * @property {string} note what to say when the words were not found as they are
 * @property {(facet: string) => Promise<Choice[]>} choices the values of a facet, with how many practices each would show
 */

/** @type {(engine: Engine, question: Question) => Promise<Result>} */
export async function find(engine, { query, order, chosen }) {
  const [{ documents: found, terms, note }, masks] = await Promise.all([
    query ? findWords(engine, query) : everything(engine),
    masksOf(engine, chosen),
  ]);
  const pass = (/** @type {string} */ but) => {
    const others = [...masks].filter(([facet]) => facet !== but).map(([, mask]) => mask);
    return found.filter((document) => others.every((mask) => mask[document]));
  };
  const passed = pass("");
  return {
    found,
    terms,
    note,
    documents: passed,
    first: async (count) => {
      return order || !query ? engine.ordered(order || FIRST, passed, count) : passed.subarray(0, count);
    },
    choices: async (facet) => (await engine.facets(pass(facet), [facet])).get(facet) ?? [],
  };
}

/** @param {Engine} engine @param {string} query */
async function findWords(engine, query) {
  for (const { clauses, note, words } of await buildQuery(query, engine)) {
    const ranking = await engine.search(clauses);
    if (ranking.documents.length > 0) return { ...favourComplete(ranking, words), terms: ranking.terms, note };
  }
  return { documents: new Uint32Array(), terms: new Map(), note: "" };
}

/** @param {Engine} engine */
function everything({ manifest }) {
  return { documents: allDocuments(manifest), terms: new Map(), note: "" };
}

/** @param {{ documents: number }} manifest */
export function allDocuments({ documents }) {
  return Uint32Array.from({ length: documents }, (_, document) => document);
}

/** @type {(engine: Engine, chosen: Question["chosen"]) => Promise<Map<string, Uint8Array>>} any value of a facet will do */
async function masksOf(engine, chosen) {
  const masks = [...chosen].map(async ([facet, values]) => {
    const mask = new Uint8Array(engine.manifest.documents);
    const lists = await Promise.all(values.map((value) => engine.matching(facet, value)));
    for (const documents of lists) for (const document of documents) mask[document] = 1;
    return /** @type {const} */ ([facet, mask]);
  });
  return new Map(await Promise.all(masks));
}
