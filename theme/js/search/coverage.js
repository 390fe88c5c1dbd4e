/**
 * Lunr adds up what each term brings, so that one word in a title can outweigh all words together. An entry that has
 * only some of the words of a query gets less of its score here.
 */

/**
 * @typedef {object} Ranking
 * @property {Uint32Array} documents best first
 * @property {Float64Array} scores
 * @property {ReadonlyMap<string, { postings: readonly ({ documents: ArrayLike<number> } | undefined)[] }>} terms
 */

/**
 * Return the documents, those with more of the words higher.
 *
 * @param {Ranking} ranking
 * @param {readonly (readonly string[])[]} words the terms that stand for each word
 * @returns {Uint32Array}
 */
export function favourComplete({ documents, scores, terms }, words) {
  if (words.length < 2) return documents;
  const total = documents.reduce((most, document) => Math.max(most, document), 0) + 1;
  const covered = new Uint8Array(total);
  const last = new Uint8Array(total);
  words.forEach((meanings, place) => {
    for (const term of meanings) {
      for (const posting of terms.get(term)?.postings ?? []) {
        const having = posting?.documents ?? [];
        for (let at = 0; at < having.length; at += 1) {
          const document = having[at] ?? 0;
          if (last[document] === place + 1) continue;
          last[document] = place + 1;
          covered[document] = (covered[document] ?? 0) + 1;
        }
      }
    }
  });
  const worth = new Float64Array(total);
  documents.forEach((document, place) => {
    worth[document] = (scores[place] ?? 0) * Math.sqrt(covered[document] ?? 0);
  });
  return Uint32Array.from(Array.from(documents).sort((one, other) => (worth[other] ?? 0) - (worth[one] ?? 0)));
}
