/** The terms that a clause stands for, in the order in which Lunr finds them: for a search with wildcards or edit distances. */

import { TokenSet } from "./lunr-parts.js";

/**
 * @import { Match } from "./engine.js"
 *
 * @typedef {object} Lexicon where sorted terms are to be had
 * @property {(start: string) => Promise<string[]>} terms those that begin with a text, with their documents
 * @property {(start: string) => Promise<string[]>} forward those that begin with a text
 * @property {(end: string) => Promise<string[]>} backward those that end with a text
 */

/** @type {Match} */
export async function findMatches({ term: typed, wildcard = 0, editDistance }, shards) {
  const start = wildcard & 1 && !typed.startsWith("*") ? "*" : "";
  const end = wildcard & 2 && !typed.endsWith("*") ? "*" : "";
  const term = start + typed + end;
  if (!term.includes("*") && !editDistance) return [term]; // whether the index has it or not
  const candidates = await findCandidates(term, editDistance, {
    terms: async (prefix) => begunSo((await shards.find("terms", prefix, true)).flatMap((terms) => [...terms.keys()]), prefix),
    forward: async (prefix) => begunSo(wordsIn(await shards.find("forward", prefix, true)), prefix),
    backward: async (ending) => begunSo(wordsIn(await shards.find("reversed", turn(ending), true)), turn(ending)).map(turn).sort(),
  });
  const clause = editDistance === undefined ? { term } : { term, editDistance };
  return TokenSet.fromArray(candidates).intersect(TokenSet.fromClause(clause)).toArray();
}

/** @type {(files: (readonly (readonly [word: string, count: number])[])[]) => string[]} */
function wordsIn(files) {
  return files.flat().map(([word]) => word);
}

/** @type {(words: string[], prefix: string) => string[]} */
function begunSo(words, prefix) {
  return words.filter((word) => word.startsWith(prefix));
}

/** @param {string} word @returns {string} the word from back to front */
function turn(word) {
  return [...word].reverse().join("");
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
