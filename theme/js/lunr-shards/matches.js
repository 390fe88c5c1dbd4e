/** The terms that a clause stands for, in the order in which Lunr finds them. */

import { TokenSet } from "./lunr-parts.js";

/**
 * @typedef {object} Lexicon where sorted terms are to be had
 * @property {(start: string) => Promise<string[]>} terms those that begin with a text, with their documents
 * @property {(start: string) => Promise<string[]>} forward those that begin with a text
 * @property {(end: string) => Promise<string[]>} backward those that end with a text
 */

/**
 * Return the terms that Lunr finds for a clause.
 * @param {string} term
 * @param {number | undefined} editDistance
 * @param {Lexicon} lexicon
 * @returns {Promise<string[]>} for a plain term that term, whether the index has it or not
 */
export async function findMatches(term, editDistance, lexicon) {
  if (!term.includes("*") && !editDistance) return [term];
  const candidates = await findCandidates(term, editDistance, lexicon);
  const clause = editDistance === undefined ? { term } : { term, editDistance };
  return TokenSet.fromArray(candidates).intersect(TokenSet.fromClause(clause)).toArray();
}

/**
 * Return sorted terms among which are all that the clause stands for, from as few files as possible.
 * @param {string} term
 * @param {number | undefined} editDistance
 * @param {Lexicon} lexicon
 * @returns {Promise<string[]>}
 */
async function findCandidates(term, editDistance, { terms, forward, backward }) {
  if (/[\ud800-\udfff]/.test(term)) return forward(""); // a cut could go through a character
  if (editDistance === undefined) {
    const start = term.slice(0, term.indexOf("*"));
    const end = term.slice(term.lastIndexOf("*") + 1);
    if (start.length + 1 === term.length) return terms(start);
    const words = await (end.length > start.length ? backward(end) : forward(start));
    const pieces = term.split("*");
    return words.filter((word) => pieces.every((piece) => word.includes(piece)));
  }
  if (term.includes("*")) return forward(""); // to a distance, a star is any one letter
  const words = editDistance === 1 && term.length > 3 ? await halves(term, forward, backward) : await forward("");
  return words.filter((word) => Math.abs(word.length - term.length) <= editDistance);
}

/**
 * Return the terms that share a half with a word: one change leaves what is before the middle as it is, or what is
 * after it.
 * @param {string} word
 * @param {Lexicon["forward"]} forward
 * @param {Lexicon["backward"]} backward
 * @returns {Promise<string[]>}
 */
async function halves(word, forward, backward) {
  const middle = (word.length - 1) >> 1;
  const found = await Promise.all([forward(word.slice(0, middle)), backward(word.slice(middle + 1))]);
  return [...new Set(found.flat())].sort();
}
