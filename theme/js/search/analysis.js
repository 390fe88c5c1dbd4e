/** Cut text into the terms of the index, as `search/analysis.py` does; tests/analysis_vectors.json has the results that both must give. */

/** @type {(text: string) => string[]} words in lower case without accents, with their hyphens and a plus at the end */
export function cut(text) {
  return (
    text
      .replace(/[‘’ʼ´]/g, "'") // before normalize, which turns a free-standing accent into a space
      .replace(/[‐‑]/g, "-")
      .normalize("NFKD")
      .replace(/[\p{M}\xAD]/gu, "")
      .toLowerCase()
      .replace(/([\p{L}\p{N}])['`](?:n(?![\p{L}\p{N}])|(?=[\p{L}\p{N}]))/gu, "$1") // thema's, and the 'n of zo'n
      .replace(/(\d)\.(?=\d{3}(?!\d))/g, "$1")
      .match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*\+*/gu) ?? []
  );
}

/** @param {string} word @returns {string[]} the terms of a word: its parts between hyphens, the whole without hyphens, and a code with its plus */
export function pieces(word) {
  const code = word.replace(/\++$/, "");
  const terms = code.split("-");
  const last = terms.at(-1);
  const joined = terms.join("");
  if (terms[1] && /\D/.test(joined)) terms.push(joined);
  if (code !== word) terms.push(last + word.slice(code.length));
  return terms;
}

/** @type {(terms: string[], stopWords: readonly string[]) => string[]} all of them when there are only stop words */
export function withoutStopWords(terms, stopWords) {
  const left = terms.filter((term) => !stopWords.includes(term));
  return left.length ? left : terms;
}

/** @param {string} text @param {readonly string[]} stopWords @returns {string[]} the terms of a text in order */
export function analyse(text, stopWords) {
  return withoutStopWords(cut(text).flatMap(pieces), stopWords);
}
