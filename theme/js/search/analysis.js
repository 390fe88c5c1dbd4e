/**
 * Cut text into the terms of the index, exactly as `search/analysis.py` does when the index is built.
 * `tests/analysis_vectors.json` holds both to the same result.
 */

const ACCENT = /\p{M}/gu;
const APOSTROPHE_IN_WORD = /([\p{L}\p{N}_])['’](?=[\p{L}\p{N}_])/gu;
const TERM = /[\p{L}\p{N}]+/gu;

/**
 * @param {string} text
 * @returns {string[]} its terms in order: lower case, without accents, cut at all but letters and digits; an
 *   apostrophe inside a word falls out
 */
export function analyse(text) {
  const folded = text.normalize("NFKD").replace(ACCENT, "").toLowerCase();
  return folded.replace(APOSTROPHE_IN_WORD, "$1").match(TERM) ?? [];
}
