/** Find the terms that match a clause with wildcards or an edit distance, in the order of Lunr. */

import { TokenSet } from "./lunr-parts.js";

/**
 * @import { Match } from "./engine.js"
 *
 * @typedef {object} Lexicon sorted terms
 * @property {(start: string) => Promise<string[]>} terms those with a prefix, from the files with their documents
 * @property {(start: string) => Promise<string[]>} forward those with a prefix
 * @property {(end: string) => Promise<string[]>} backward those with a suffix
 */

/** @type {Match} */
export async function findMatches({ term: typed, wildcard = 0, editDistance }, shards) {
  const start = wildcard & 1 && !typed.startsWith("*") ? "*" : "";
  const end = wildcard & 2 && !typed.endsWith("*") ? "*" : "";
  const term = start + typed + end;
  if (!term.includes("*") && !editDistance) return [term]; // whether the index has it or not
  const candidates = await findCandidates(term, editDistance, {
    terms: async (prefix) => withPrefix((await shards.find("terms", prefix, true)).flatMap((terms) => [...terms.keys()]), prefix),
    forward: async (prefix) => withPrefix(wordsIn(await shards.find("forward", prefix, true)), prefix),
    backward: async (ending) => withPrefix(wordsIn(await shards.find("reversed", turn(ending), true)), turn(ending)).map(turn).sort(),
  });
  const clause = editDistance === undefined ? { term } : { term, editDistance };
  return TokenSet.fromArray(candidates).intersect(TokenSet.fromClause(clause)).toArray();
}

/** @type {(files: (readonly (readonly [word: string, count: number])[])[]) => string[]} */
function wordsIn(files) {
  return files.flat().map(([word]) => word);
}

/** @type {(words: string[], prefix: string) => string[]} */
function withPrefix(words, prefix) {
  return words.filter((word) => word.startsWith(prefix));
}

/** @param {string} word @returns {string} the word reversed */
function turn(word) {
  return [...word].reverse().join("");
}

/** @type {(term: string, editDistance: number | undefined, lexicon: Lexicon) => Promise<string[]>} sorted */
async function findCandidates(term, editDistance, { terms, forward, backward }) {
  if (/[\ud800-\udfff]/.test(term)) return forward(""); // slicing could split a character
  if (editDistance === undefined) {
    const start = term.slice(0, term.indexOf("*"));
    const end = term.slice(term.lastIndexOf("*") + 1);
    if (start.length + 1 === term.length) return terms(start);
    const words = await (end.length > start.length ? backward(end) : forward(start));
    const pieces = term.split("*");
    return words.filter((word) => pieces.every((piece) => word.includes(piece)));
  }
  if (term.includes("*")) return forward(""); // with an edit distance, a star is any one letter
  const words = editDistance === 1 && term.length > 3 ? await halves(term, forward, backward) : await forward("");
  return words.filter((word) => Math.abs(word.length - term.length) <= editDistance);
}

/** @type {(word: string, forward: Lexicon["forward"], backward: Lexicon["backward"]) => Promise<string[]>} */
async function halves(word, forward, backward) {
  const middle = (word.length - 1) >> 1; // one edit leaves either the first or the second half unchanged
  const found = await Promise.all([forward(word.slice(0, middle)), backward(word.slice(middle + 1))]);
  return [...new Set(found.flat())].sort();
}
