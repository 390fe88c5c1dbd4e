/**
 * Lunr adds up what each term brings, so that one word in a title can outweigh all words together. Here what Lunr gives counts
 * once for each word that an entry means, and of two words entries that say both come first. One with
 * no more than a piece of a phrase ("huur" of "huur niet betaald") is left out.
 */

/**
 * @import { Found } from "../lunr-shards/engine.js"
 * @import { Term } from "../lunr-shards/terms.js"
 *
 * @typedef {object} Phrase what stands for a word by itself: one term, or more that must all be there
 * @property {readonly string[]} terms
 * @property {readonly number[]} [fields] numbers of the fields of which one must have them all
 * @property {boolean} [isOwn] whether it is the word, or a form of it, and not only means the same
 */

/** Of more words an entry says all by chance: it may be about something else. */
const MOST = 2;

/**
 * @param {Found} found
 * @param {readonly (readonly Phrase[])[]} words what stands for each word
 * @param {readonly (readonly Phrase[])[]} besides and for each filler
 * @returns {{ documents: Uint32Array, said: Uint8Array, isDivided: boolean }} best first; how many of the words each document says; and
 *   whether those with all come first
 */
export function favourComplete({ documents, scores, terms }, words, besides = []) {
  const total = documents.reduce((most, document) => Math.max(most, document), 0) + 1;
  const said = new Uint8Array(total);
  const meant = new Uint8Array(total);
  for (const phrases of words) {
    const own = phrases.filter(({ isOwn }) => isOwn);
    count(said, own[0] ? own : phrases, terms);
    count(meant, phrases, terms);
  }
  const kept = words.length ? documents.filter((document) => meant[document]) : documents;
  const isDivided = words.length === MOST && !besides[0];
  if (words.length + besides.length < 2) return { documents: kept, said, isDivided };
  for (const phrases of besides) count(meant, phrases, terms);
  const worth = new Float64Array(total);
  documents.forEach((document, place) => (worth[document] = (scores[place] ?? 0) * (meant[document] ?? 0)));
  const lacks = (/** @type {number} */ document) => Number(isDivided && (said[document] ?? 0) < words.length);
  kept.sort((one, other) => lacks(one) - lacks(other) || (worth[other] ?? 0) - (worth[one] ?? 0));
  return { documents: kept, said, isDivided };
}

/** @type {(counts: Uint8Array, phrases: readonly Phrase[], terms: ReadonlyMap<string, Term>) => void} one more for each document that has one of the phrases */
function count(counts, phrases, terms) {
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
