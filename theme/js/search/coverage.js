/**
 * Lunr adds up what each term brings, so that one word in a title can outweigh all words together. Here entries with all
 * the words of a query come first; among the others, what Lunr gives counts once for each word that an entry has. One with
 * no more than a piece of a phrase ("huur" of "huur niet betaald") is left out.
 */

/**
 * @import { Found } from "../lunr-shards/engine.js"
 * @import { Term } from "../lunr-shards/terms.js"
 *
 * @typedef {object} Phrase what stands for a word by itself: one term, or more that must all be there
 * @property {readonly string[]} terms
 * @property {readonly number[]} [fields] numbers of the fields of which one must have them all
 */

/**
 * @param {Found} found
 * @param {readonly (readonly Phrase[])[]} words what stands for each word
 * @returns {{ documents: Uint32Array, covered: Uint8Array }} best first; and how many of the words each document has
 */
export function favourComplete({ documents, scores, terms }, words) {
  const total = documents.reduce((most, document) => Math.max(most, document), 0) + 1;
  const covered = new Uint8Array(total);
  for (const phrases of words) {
    const has = new Uint8Array(total);
    for (const { terms: needed, fields = [undefined] } of phrases) {
      for (const field of fields) {
        const marks = needed.map((term) => mark(terms.get(term), field, total));
        marks[0]?.forEach((_, document) => marks.every((each) => each[document]) && (has[document] = 1));
      }
    }
    for (let document = 0; document < total; document += 1) if (has[document]) covered[document] = (covered[document] ?? 0) + 1;
  }
  const kept = words.length ? documents.filter((document) => covered[document]) : documents;
  if (words.length < 2) return { documents: kept, covered };
  const worth = new Float64Array(total);
  documents.forEach((document, place) => (worth[document] = (scores[place] ?? 0) * (covered[document] ?? 0)));
  const lacks = (/** @type {number} */ document) => Number((covered[document] ?? 0) < words.length);
  kept.sort((one, other) => lacks(one) - lacks(other) || (worth[other] ?? 0) - (worth[one] ?? 0));
  return { documents: kept, covered };
}

/** @type {(term: Term | undefined, field: number | undefined, total: number) => Uint8Array} a 1 for each document that has it, in that field or in any */
function mark(term, field, total) {
  const marks = new Uint8Array(total);
  const postings = field === undefined ? (term?.postings ?? []) : [term?.postings[field]];
  for (const posting of postings) for (const document of posting?.documents ?? []) marks[document] = 1;
  return marks;
}
