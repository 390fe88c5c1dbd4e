/** Small Dutch words around names. */

/** @type {Record<string, string>} kinds that are the name of a field of work */
const AS_ORGANISATION = {
  onderwijs: "een school of opleiding",
  welzijn: "een welzijnsorganisatie",
  zorg: "een zorgorganisatie",
  "lokaal bedrijf": "een bedrijf uit de buurt",
};

/**
 * @param {string} kind the label of a kind of partner: "Bouwbedrijf"
 * @returns {string} one of them: "een bouwbedrijf"
 */
export function withArticle(kind) {
  const word = lower(kind);
  return AS_ORGANISATION[word] ?? `een ${word}`;
}

/**
 * @param {string} text
 * @returns {string} the same without a capital at the front
 */
export function lower(text) {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/**
 * @param {readonly string[]} words
 * @returns {string} "a", "a en b" or "a, b en c"
 */
export function joinWords(words) {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} en ${words.at(-1)}`;
}
