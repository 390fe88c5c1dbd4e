/** The terms that a clause stands for, in the order in which Lunr finds them. */

import { TokenSet } from "./lunr-parts.js";

/**
 * @typedef {object} Lexicon where sorted terms are to be had
 * @property {(start: string) => Promise<string[]>} terms those that begin with a text, with their documents
 * @property {(start: string) => Promise<string[]>} forward those that begin with a text
 * @property {(end: string) => Promise<string[]>} backward those that end with a text
 */

/** @type {(term: string, editDistance: number | undefined, lexicon: Lexicon) => Promise<string[]>} */
export async function findMatches(term, editDistance, lexicon) {
  if (!term.includes("*") && !editDistance) return [term]; // whether the index has it or not
  const candidates = await findCandidates(term, editDistance, lexicon);
  const clause = editDistance === undefined ? { term } : { term, editDistance };
  return TokenSet.fromArray(candidates).intersect(TokenSet.fromClause(clause)).toArray();
}

/** @type {(term: string, editDistance: number | undefined, lexicon: Lexicon) => Promise<string[]>} sorted */
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

/** @type {(word: string, forward: Lexicon["forward"], backward: Lexicon["backward"]) => Promise<string[]>} */
async function halves(word, forward, backward) {
  const middle = (word.length - 1) >> 1; // one change leaves what is before it as it is, or what is after it
  const found = await Promise.all([forward(word.slice(0, middle)), backward(word.slice(middle + 1))]);
  return [...new Set(found.flat())].sort();
}
