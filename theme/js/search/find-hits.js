/** Ask the index: all words first, then what is spelt almost so, then part of the words. */
import lunr from "lunr";

import { analyse } from "./analysis.js";

/**
 * @typedef {object} Hit
 * @property {string} ref the slug of a practice
 * @property {string[]} terms the terms of the index that were found in it
 *
 * @typedef {"all" | "similar" | "some" | "none"} Match how the hits match: every word, every word or what is spelt
 *   almost so, only some of the words, or nothing at all
 *
 * @typedef {object} Found
 * @property {Match} match
 * @property {Hit[]} hits best first
 */

const EXACT_BOOST = 10;
const PREFIX_BOOST = 2;
const SHORTEST_PREFIX = 4;
const SHORTEST_FUZZY = 3;
const LONG_WORD = 8;

const { presence, wildcard } = lunr.Query;

/**
 * @param {lunr.Index} index
 * @param {string} text what the reader typed
 * @returns {Found}
 */
export function findHits(index, text) {
  const terms = [...new Set(analyse(text))];
  if (terms.length === 0) return { match: "none", hits: [] };
  const last = terms.length - 1;

  /** @type {(term: string, position: number) => Clause[]} */
  const asTyped = (term, position) => typedClauses(term, position === last);
  const all = ask(index, terms.map(asTyped), presence.REQUIRED);
  if (all.length > 0) return { match: "all", hits: all };

  // A word that occurs nowhere is taken for a typing error; the others stay as they are.
  const known = terms.map((term, position) => ask(index, [asTyped(term, position)], presence.OPTIONAL).length > 0);
  const words = terms.map((term, position) => (known[position] ? asTyped(term, position) : similarClauses(term)));
  const match = known.includes(false) ? "similar" : "some";
  if (match === "similar") {
    const similar = ask(index, words, presence.REQUIRED);
    if (similar.length > 0) return { match, hits: similar };
  }
  const some = ask(index, words, presence.OPTIONAL);
  if (some.length === 0) return { match: "none", hits: [] };
  return { match: known.includes(true) ? "some" : "similar", hits: some };
}

/** @typedef {{ term: string, options: lunr.Query.Clause | object }} Clause one form in which a word may occur */

/**
 * The widest form comes first: where a word is required, that form must occur and the others only add to the score.
 * @param {string} term
 * @param {boolean} unfinished whether the reader may still be typing it
 * @returns {Clause[]}
 */
function typedClauses(term, unfinished) {
  const exact = { term, options: { boost: EXACT_BOOST } };
  if (!unfinished && term.length < SHORTEST_PREFIX) return [exact];
  return [{ term, options: { boost: PREFIX_BOOST, wildcard: wildcard.TRAILING } }, exact];
}

/**
 * @param {string} term
 * @returns {Clause[]}
 */
function similarClauses(term) {
  if (term.length < SHORTEST_FUZZY) return [{ term, options: {} }];
  return [{ term, options: { editDistance: term.length < LONG_WORD ? 1 : 2 } }];
}

/**
 * @param {lunr.Index} index
 * @param {Clause[][]} words the forms of each word
 * @param {lunr.Query.presence} needed whether every word must occur
 * @returns {Hit[]}
 */
function ask(index, words, needed) {
  const results = index.query((query) => {
    for (const clauses of words) {
      clauses.forEach(({ term, options }, position) => {
        query.term(term, { ...options, usePipeline: false, presence: position === 0 ? needed : presence.OPTIONAL });
      });
    }
  });
  return results.map(({ ref, matchData }) => ({ ref, terms: Object.keys(matchData.metadata) }));
}
