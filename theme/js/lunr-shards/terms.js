/** Read terms with their documents and weights. */

import { addGaps, decode, readWords } from "./encoding.js";

/**
 * @import { Manifest } from "./shards.js"
 *
 * @typedef {{ documents: Uint32Array, weights: Float64Array }} Posting the documents of a term in one field, with its weights
 *
 * @typedef {object} Term
 * @property {string} word
 * @property {number} count document frequency; a document counts once for each field, as in Lunr
 * @property {(Posting | undefined)[]} postings per field
 *
 * @typedef {[added: string, kept: string, counts: string, gaps: string, repeats: string, lengths: string, stored?: number[]]} TermFile
 */

/** @type {(file: TermFile, manifest: Manifest) => Map<string, Term>} */
export function readTerms([added, kept, countText, gapText, repeatText, lengthText, stored = []], manifest) {
  const { k1, b } = manifest;
  const counts = decode(countText).values();
  const gaps = decode(gapText);
  const lengths = decode(lengthText).values();
  const next = (/** @type {ArrayIterator<number>} */ numbers) => /** @type {number} */ (numbers.next().value);

  /** @type {Map<number, number>} term frequencies above 1 */
  const repeats = new Map();
  const repeated = decode(repeatText);
  for (let at = 0, place = 0; at < repeated.length; at += 2) {
    place += /** @type {number} */ (repeated[at]);
    repeats.set(place, /** @type {number} */ (repeated[at + 1]) + 2);
  }
  /** @type {Map<number, number>} weights in thousandths for which floating point could round differently */
  const exact = new Map();
  for (let at = 0; at < stored.length; at += 2) {
    exact.set(/** @type {number} */ (stored[at]), /** @type {number} */ (stored[at + 1]));
  }

  const terms = new Map();
  let place = 0;
  for (const word of readWords(added, kept)) {
    const mask = next(counts);
    const found = manifest.fields.map((_, field) => ((mask >> field) & 1 ? next(counts) : 0));
    const count = found.reduce((sum, number) => sum + number, 0);
    const rarity = Math.log(1 + Math.abs((manifest.documents - count + 0.5) / (count + 0.5)));
    const postings = found.map((number, field) => {
      if (!number) return undefined;
      const average = /** @type {number} */ (manifest.averages[field]);
      const boost = /** @type {number} */ (manifest.boosts[field]);
      const documents = addGaps(gaps, place, number);
      const weights = new Float64Array(number);
      documents.forEach((_, at) => {
        const times = repeats.get(place) ?? 1;
        const length = b && next(lengths);
        // The operations of `lunr.Builder`, in the same order.
        const weight = (rarity * ((k1 + 1) * times)) / (k1 * (1 - b + b * (length / average)) + times);
        weights[at] = (exact.get(place++) ?? Math.round(weight * boost * 1000)) / 1000;
      });
      return { documents, weights };
    });
    terms.set(word, { word, count, postings });
  }
  return terms;
}
