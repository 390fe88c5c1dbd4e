/**
 * Rank entries that match more words of the query higher.
 *
 * Lunr adds up the scores of terms, so that one word in a title can outweigh all words together. Here the score of Lunr is
 * multiplied by the number of words that an entry matches, and for a query of two words entries with both come first. An entry
 * that has only a piece of a phrase ("huur" of "huur niet betaald") is left out.
 */

/**
 * @import { Found } from "../lunr-shards/engine.js"
 * @import { Term } from "../lunr-shards/terms.js"
 *
 * @typedef {object} Phrase a way to match a word: one term, or more that must all be there
 * @property {readonly string[]} terms
 * @property {readonly number[]} [fields] numbers of the fields of which one must have them all
 * @property {boolean} [isOwn] whether it is the word or a form of it, and no synonym
 */

/** With more words than this, having all of them proves little: the entry may be about something else. */
const MOST = 2;

/**
 * @param {Found} found
 * @param {readonly (readonly Phrase[])[]} words the phrases of each word
 * @param {readonly (readonly Phrase[])[]} fillerPhrases those of each filler word
 * @returns {{ documents: Uint32Array, literalCounts: Uint8Array, isDivided: boolean }} best first; how many of the words each document has
 *   literally; and whether those with all of them come first
 */
export function rankByCoverage({ documents, scores, terms }, words, fillerPhrases = []) {
  const total = documents.reduce((most, document) => Math.max(most, document), 0) + 1;
  const literalCounts = new Uint8Array(total);
  const coveredCounts = new Uint8Array(total);
  for (const phrases of words) {
    const own = phrases.filter(({ isOwn }) => isOwn);
    countDocuments(literalCounts, own[0] ? own : phrases, terms);
    countDocuments(coveredCounts, phrases, terms);
  }
  const kept = words.length ? documents.filter((document) => coveredCounts[document]) : documents;
  const isDivided = words.length === MOST && !fillerPhrases[0];
  if (words.length + fillerPhrases.length < 2) return { documents: kept, literalCounts, isDivided };
  for (const phrases of fillerPhrases) countDocuments(coveredCounts, phrases, terms);
  const weighted = new Float64Array(total);
  documents.forEach((document, place) => (weighted[document] = (scores[place] ?? 0) * (coveredCounts[document] ?? 0)));
  const isIncomplete = (/** @type {number} */ document) => Number(isDivided && (literalCounts[document] ?? 0) < words.length);
  kept.sort((one, other) => isIncomplete(one) - isIncomplete(other) || (weighted[other] ?? 0) - (weighted[one] ?? 0));
  return { documents: kept, literalCounts, isDivided };
}

/** @type {(counts: Uint8Array, phrases: readonly Phrase[], terms: ReadonlyMap<string, Term>) => void} adds one for each document that has one of the phrases */
function countDocuments(counts, phrases, terms) {
  const has = new Uint8Array(counts.length);
  for (const { terms: needed, fields = [undefined] } of phrases) {
    for (const field of fields) {
      const marks = needed.map((term) => mark(terms.get(term), field, counts.length));
      marks[0]?.forEach((_, document) => marks.every((each) => each[document]) && (has[document] = 1));
    }
  }
  has.forEach((one, document) => (counts[document] = (counts[document] ?? 0) + one));
}

/** @type {(term: Term | undefined, field: number | undefined, total: number) => Uint8Array} a 1 for each document that has it, in that field or in any */
function mark(term, field, total) {
  const marks = new Uint8Array(total);
  const postings = field === undefined ? (term?.postings ?? []) : [term?.postings[field]];
  for (const posting of postings) for (const document of posting?.documents ?? []) marks[document] = 1;
  return marks;
}
