/** What one of a kind of partner is called in a sentence. */
import { lower } from "../lib/words.js";

/** @type {Record<string, string>} kinds that are the name of a field of work */
const AS_ORGANISATION = {
  onderwijs: "een school of opleiding",
  welzijn: "een welzijnsorganisatie",
  zorg: "een zorgorganisatie",
  "lokaal bedrijf": "een bedrijf uit de buurt",
};

/** @type {(kind: string) => string} "Bouwbedrijf" → "een bouwbedrijf" */
export function withArticle(kind) {
  const word = lower(kind);
  return AS_ORGANISATION[word] ?? `een ${word}`;
}
