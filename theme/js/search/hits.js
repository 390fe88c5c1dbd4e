/** What a result shows of a practice, as `search/index.py` stores it. */

/**
 * @import { Engine } from "../lunr-shards/engine.js"
 *
 * @typedef {object} Hit
 * @property {string} ref
 * @property {string} path from the root of the site
 * @property {string} title
 * @property {string} summary
 * @property {string[]} topics
 * @property {string[]} associations
 * @property {string[]} partners
 * @property {string[]} places
 * @property {string} outcome what came out of it, or whom to ask
 * @property {string} cost a phrase, "" when unknown
 * @property {string} when a phrase with a year
 * @property {string} material which materials there are, as a phrase, "" for none
 * @property {{ label: string, rank: number }} evidence the level of evidence: its name, and its rank from 1 to 5
 * @property {string} published
 * @property {string} reviewed
 * @property {number[]} related the documents that it leads to, the closest first
 *
 * @typedef {import("../lunr-shards/shards.js").Manifest & { path: string, pages: [path: string, title: string, words: string][], stopWords: string[], fillerWords: string[], figureWords: string[] }} Manifest
 *   stop words are never searched for, filler words do not count as a match, figure words ask what came of it
 */

/** @param {Pick<Engine, "manifest">} engine @returns {Manifest} with what the manifest of the catalogue says fillerPhrases */
export function manifestOf({ manifest }) {
  return /** @type {Manifest} */ (manifest);
}

/** @type {(engine: Engine, documents: ArrayLike<number>) => Promise<Hit[]>} in the given order */
export async function loadHits(engine, documents) {
  const { path } = manifestOf(engine);
  return (await engine.stored(documents)).map(([ref, title, summary, topics, associations, partners, places, outcome, cost, when, material, label, rank, published, reviewed, related = []]) => {
    const evidence = { label, rank };
    return { ref, path: path.replace("*", ref), title, summary, topics, associations, partners, places, outcome, cost, when, material, evidence, published, reviewed, related };
  });
}
