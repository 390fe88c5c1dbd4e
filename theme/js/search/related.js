/**
 * What is related to the first hits moves up among the others: who asks in a whole sentence seldom uses the words of every
 * entry on the subject. This is reciprocal rank fusion, of the ranking with the related practices of each first hit.
 */

import { rankByCoverage } from "./coverage.js";
import { loadHits } from "./hits.js";

/**
 * @import { Engine, Found } from "../lunr-shards/engine.js"
 * @import { Phrase } from "./coverage.js"
 */

/** How many hits keep their place, and lift what is related to them. */
export const FIRST_HITS = 3;

const OFFSET = 5; // the larger, the less the difference between one place and the next counts
const WEIGHT = 0.2; // of the list of one hit, beside 1 for the ranking

/** @type {(engine: Engine, found: Found, words: readonly (readonly Phrase[])[], fillerPhrases: readonly (readonly Phrase[])[]) => Promise<ReturnType<typeof rankByCoverage>>} what `rankByCoverage` gives, with what is related to the first hits higher */
export async function rankFound(engine, found, words, fillerPhrases) {
  const ranked = rankByCoverage(found, words, fillerPhrases);
  const first = await loadHits(engine, ranked.documents.subarray(0, FIRST_HITS));
  const isIncomplete = (/** @type {number} */ document) => ranked.isDivided && (ranked.literalCounts[document] ?? 0) < words.length;
  return { ...ranked, documents: liftRelated(ranked.documents, first.map(({ related }) => related), isIncomplete) };
}

/** @type {(documents: Uint32Array, related: readonly (readonly number[])[], isIncomplete: (document: number) => boolean) => Uint32Array} of ranked documents; none passes from those with a part of the words to those with all */
export function liftRelated(documents, related, isIncomplete) {
  /** @type {Map<number, number>} */
  const lifts = new Map();
  for (const list of related) list.forEach((document, place) => lifts.set(document, (lifts.get(document) ?? 0) + WEIGHT / (OFFSET + place)));
  const others = Array.from(documents, (document, place) => ({ document, group: Number(isIncomplete(document)), score: 1 / (OFFSET + place) + (lifts.get(document) ?? 0) }));
  const first = others.splice(0, FIRST_HITS);
  others.sort((one, other) => one.group - other.group || other.score - one.score);
  return Uint32Array.from([...first, ...others], ({ document }) => document);
}
