/** What an index knows of terms, from the whole index in Lunr's serialised form. */

/** Return the number of single edits between two words, a swap of neighbours counting once; more than `most` is `most + 1`. */
function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [];
  let previous = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      row[j] = Math.min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, previous] = [previous, row];
  }
  return previous[b.length];
}

export function makeLexicon(serialised, synonyms, stopWords) {
  // As Lunr and our engine count: a document once for each field that has the term.
  const count = (postings) => serialised.fields.reduce((sum, field) => sum + Object.keys(postings[field] ?? {}).length, 0);
  const frequencies = new Map(serialised.invertedIndex.map(([term, postings]) => [term, count(postings)]));
  const often = (terms) => terms.sort((a, b) => frequencies.get(b) - frequencies.get(a) || (a < b ? -1 : 1));
  return {
    synonyms,
    stopWords,
    size: serialised.fieldVectors.length / serialised.fields.length,
    documentFrequency: async (term) => frequencies.get(term) ?? 0,
    complete: async (prefix, limit) => often([...frequencies.keys()].filter((term) => term.startsWith(prefix))).slice(0, limit),
    near: async (word, most) => often([...frequencies.keys()].filter((term) => distance(word, term, most) <= most)),
  };
}
