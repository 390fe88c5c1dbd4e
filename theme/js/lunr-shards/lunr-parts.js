/**
 * The part of lunr.js that finds the terms that a wildcard or an edit distance stands for.
 *
 * The package's own source files, since its bundle is eight times as large. They expect an object `lunr` to add to.
 */
import "./lunr-object.js";

import "lunr/lib/token_set.js";
import "lunr/lib/token_set_builder.js";

/**
 * @typedef {{ intersect: (other: TokenSet) => TokenSet, toArray: () => string[] }} TokenSet
 * @typedef {{ term: string, editDistance?: number }} Clause
 */

/** @type {{ fromArray: (words: string[]) => TokenSet, fromClause: (clause: Clause) => TokenSet }} */
export const TokenSet = /** @type {any} */ (globalThis).lunr.TokenSet;
