/**
 * The part of lunr.js that matches terms with wildcards and edit distances.
 *
 * These are source files of the package, since its bundle is eight times as large. They add to a global object `lunr`.
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
