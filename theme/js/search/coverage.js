/**
 * Lunr adds up what each term brings, so that one word in a title can outweigh all words together. An entry that has
 * only some of the words of a query gets less of its score here, and one with no more than a piece of a phrase that means
 * the same ("huur" of "huur niet betaald") is left out.
 */

/**
 * @import { Found } from "../lunr-shards/engine.js"
 * @import { Term } from "../lunr-shards/terms.js"
 */

/**
 * @param {Found} found
 * @param {readonly (readonly string[])[]} words what stands for each word: terms, and phrases with spaces
 * @returns {{ documents: Uint32Array, covered: Uint8Array }} best first; and how many of the words each document has
 */
export function favourComplete({ documents, scores, terms }, words) {
  const total = documents.reduce((most, document) => Math.max(most, document), 0) + 1;
  const covered = new Uint8Array(total);
  for (const meanings of words) {
    const has = new Uint8Array(total);
    for (const meaning of meanings) {
      const [first = "", ...others] = meaning.split(" ");
      const marks = others.map((term) => mark(terms.get(term), new Uint8Array(total)));
      mark(terms.get(first), has, (document) => marks.every((other) => other[document]));
    }
    for (let document = 0; document < total; document += 1) if (has[document]) covered[document] = (covered[document] ?? 0) + 1;
  }
  const kept = words.length ? documents.filter((document) => covered[document]) : documents;
  if (words.length < 2) return { documents: kept, covered };
  const worth = new Float64Array(total);
  documents.forEach((document, place) => {
    worth[document] = (scores[place] ?? 0) * Math.sqrt(covered[document] ?? 0);
  });
  kept.sort((one, other) => (worth[other] ?? 0) - (worth[one] ?? 0));
  return { documents: kept, covered };
}

/** @type {(term: Term | undefined, marks: Uint8Array, counts?: (document: number) => boolean) => Uint8Array} */
function mark(term, marks, counts) {
  for (const posting of term?.postings ?? []) {
    for (const document of posting?.documents ?? []) if (!counts || counts(document)) marks[document] = 1;
  }
  return marks;
}
