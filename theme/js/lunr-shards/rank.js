/**
 * Lunr's ranking on document numbers: the operations of `lunr.Index#query` that affect scores, in the same order.
 *
 * lunr.js itself could rank on a partial index, but it makes an object for every term in every field of every document, and takes
 * many times longer (see plugins/lunr_shards/README.md).
 */

const REQUIRED = 2;
const PROHIBITED = 3;

/**
 * @import { Term } from "./terms.js"
 *
 * @typedef {object} RankedClause
 * @property {number[]} fields
 * @property {number} boost
 * @property {number} presence
 * @property {Term[]} terms in the order in which Lunr finds them
 *
 * @typedef {{ documents: Uint32Array, scores: Float64Array }} Ranking best first
 */

/** @type {(clauses: RankedClause[], total: number, fieldCount: number) => Ranking} */
export function rank(clauses, total, fieldCount) {
  /** @type {Map<Term, number>[]} the boost of each term in the query, per field */
  const boosts = Array.from({ length: fieldCount }, () => new Map());
  const { found, allowed } = match(clauses, total, boosts);
  const similarities = boosts.map((terms, field) => compare(terms, total, field));

  const scores = new Float64Array(total);
  const listed = new Uint8Array(total);
  /** @type {number[]} */
  const documents = [];
  for (const place of found) {
    const field = Math.floor(place / total);
    const document = place - field * total;
    if (allowed && !allowed[document]) continue;
    scores[document] = /** @type {number} */ (scores[document]) + (similarities[field]?.[document] || 0); // NaN when the query has no boosts in this field
    if (!listed[document]) {
      listed[document] = 1;
      documents.push(document);
    }
  }
  documents.sort((a, b) => /** @type {number} */ (scores[b]) - /** @type {number} */ (scores[a]));
  return {
    documents: Uint32Array.from(documents),
    scores: Float64Array.from(documents, (document) => /** @type {number} */ (scores[document])),
  };
}

/**
 * @param {RankedClause[]} clauses
 * @param {number} total
 * @param {Map<Term, number>[]} boosts filled by this function
 * @returns {{ found: number[], allowed: Uint8Array | undefined }} `field * total + document`, in the order of Lunr, on
 *   which the order of equal scores depends; and a 1 for each allowed document, unless all are
 */
function match(clauses, total, boosts) {
  /** @type {number[]} */
  const found = [];
  /** @type {Uint8Array[]} */
  const seen = [];
  /** @type {Uint8Array | undefined} */
  let allowed;
  for (const { fields, boost, presence, terms } of clauses) {
    const marks = presence === REQUIRED || presence === PROHIBITED ? new Uint8Array(total) : undefined;
    for (const term of terms) {
      for (const field of fields) {
        const documents = term.postings[field]?.documents ?? [];
        if (marks) for (const document of documents) marks[document] = 1;
        if (presence === PROHIBITED) continue;
        const weights = /** @type {Map<Term, number>} */ (boosts[field]);
        const earlier = weights.get(term);
        weights.set(term, earlier === undefined ? boost : earlier + boost);
        if (earlier !== undefined) continue;
        const fieldSeen = (seen[field] ??= new Uint8Array(total));
        for (const document of documents) {
          if (!fieldSeen[document]) {
            fieldSeen[document] = 1;
            found.push(field * total + document);
          }
        }
      }
    }
    if (marks && fields.length) {
      allowed ??= new Uint8Array(total).fill(1);
      const wanted = presence === REQUIRED ? 1 : 0;
      for (let document = 0; document < total; document++) if (marks[document] !== wanted) allowed[document] = 0;
    }
  }
  if (clauses.every(({ presence }) => presence === PROHIBITED)) {
    for (let document = 0; document < total; document++) found.push(document);
  }
  return { found, allowed };
}

/** @type {(boosts: Map<Term, number>, total: number, field: number) => Float64Array} `lunr.Vector#similarity` */
function compare(boosts, total, field) {
  const sums = new Float64Array(boosts.size && total);
  let squares = 0;
  for (const [{ postings }, boost] of [...boosts].sort(([a], [b]) => (a.word < b.word ? -1 : 1))) {
    squares += boost * boost;
    const posting = postings[field];
    posting?.documents.forEach((document, at) => {
      sums[document] = /** @type {number} */ (sums[document]) + boost * /** @type {number} */ (posting.weights[at]);
    });
  }
  const magnitude = Math.sqrt(squares);
  return sums.map((sum) => sum / magnitude);
}
