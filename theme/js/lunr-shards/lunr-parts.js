/**
 * The part of lunr.js that finds the terms that a wildcard or an edit distance stands for.
 *
 * The package's own source files, since its bundle is eight times as large. They expect an object `lunr` to add to.
 */
import "./lunr-object.js";

import "lunr/lib/token_set.js";
import "lunr/lib/token_set_builder.js";

/**
 * @typedef {object} TokenSet
 * @property {(other: TokenSet) => TokenSet} intersect
 * @property {() => string[]} toArray
 *
 * @typedef {object} TokenSets
 * @property {(words: string[]) => TokenSet} fromArray
 * @property {(clause: { term: string, editDistance?: number }) => TokenSet} fromClause
 */

/** @type {TokenSets} */
export const TokenSet = /** @type {any} */ (globalThis).lunr.TokenSet;
