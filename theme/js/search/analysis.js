/**
 * Cut text into the terms of the index, as `search/analysis.py` does; `tests/analysis_vectors.json` holds both to the
 * same result.
 */

/** @type {(text: string) => string[]} lower case, without accents, with their hyphens and the plus at their end */
export function cut(text) {
  return (
    text
      .replace(/[‘’ʼ´]/g, "'") // before the decomposition, which makes a space of an accent that stands alone
      .replace(/[‐‑]/g, "-")
      .normalize("NFKD")
      .replace(/[\p{M}\xAD]/gu, "")
      .toLowerCase()
      .replace(/([\p{L}\p{N}])['`](?:n(?![\p{L}\p{N}])|(?=[\p{L}\p{N}]))/gu, "$1") // thema's, and the 'n of zo'n
      .replace(/(\d)\.(?=\d{3}(?!\d))/g, "$1")
      .match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*\+*/gu) ?? []
  );
}

/** @param {string} word @returns {string[]} the terms of one word: its pieces, the whole without hyphens, and the code with its plus */
export function pieces(word) {
  const code = word.replace(/\++$/, "");
  const terms = code.split("-");
  const last = terms.at(-1);
  const joined = terms.join("");
  if (terms[1] && /\D/.test(joined)) terms.push(joined);
  if (code !== word) terms.push(last + word.slice(code.length));
  return terms;
}

/** @type {(terms: string[], stopWords: readonly string[]) => string[]} all of them when there is nothing else */
export function withoutStopWords(terms, stopWords) {
  const left = terms.filter((term) => !stopWords.includes(term));
  return left.length ? left : terms;
}

/** @param {string} text @param {readonly string[]} stopWords @returns {string[]} the terms of a text in order */
export function analyse(text, stopWords) {
  return withoutStopWords(cut(text).flatMap(pieces), stopWords);
}
