/** The messages of the search. */

/** @type {(count: number) => string} with dots between thousands */
export function describeCount(count) {
  // Intl.NumberFormat takes longer than the search itself, as it loads a locale first.
  return `${count}`.replace(/\B(?=(\d{3})+$)/g, ".");
}

/** @param {number} count @returns {string} "1 praktijk" or "12 praktijken" */
export function countPractices(count) {
  return `${describeCount(count)} ${count === 1 ? "praktijk" : "praktijken"}`;
}

/** @typedef {Pick<import("./find.js").Result, "documents" | "found" | "complete" | "words" | "corrections" | "splits" | "unknown" | "fillers" | "isPart">} Described */

/** @type {(query: string, result: Described) => string} */
export function describeResult(query, { documents, found, complete, words, corrections, splits, unknown, fillers, isPart }) {
  const count = documents.length;
  if (count === 0 && found.length > 0) return `Geen praktijken met deze filters. Zonder filters ${found.length === 1 ? "is" : "zijn"} er ${countPractices(found.length)}.`;
  if (count === 0) return `Geen resultaten voor “${query}”.`;
  if (!query) return count === found.length ? `${count > 1 ? "Alle " : ""}${countPractices(count)}.` : `${countPractices(count)} met deze filters.`;
  const instead = (/** @type {string} */ typed, /** @type {string} */ meant) => `“${typed}” staat in geen praktijk. U ziet wat er is over “${meant}”.`;
  const meant = [
    ...corrections.map(({ typed, meant, isStart }) => (isStart ? instead(typed, meant) : `Bedoelde u “${meant}”?`)),
    ...splits.map(({ typed, parts }) => instead(typed, parts.join("” en “"))),
  ];
  const left = [
    ...leave(unknown, ["staat in geen praktijk en telt niet", "staan in geen praktijk en tellen niet"]),
    ...leave(fillers, ["zegt weinig en telt nauwelijks", "zeggen weinig en tellen nauwelijks"]),
  ];
  const must = isPart ? ["Geen praktijk heeft alles wat erin moet staan."] : [];
  return [...meant, ...left, ...must, describeParts(query, count, complete, words.length, left[0] ? "alle andere" : meant[0] ? "al deze" : "")].join(" ");
}

/** @type {(words: string[], why: [one: string, more: string]) => string[]} that these words count little or not at all; nothing without words */
function leave(words, [one, more]) {
  const names = [...new Set(words)].map((word) => `“${word}”`);
  const last = names.pop();
  return last ? [names[0] ? `${names.join(", ")} en ${last} ${more} mee.` : `${last} ${one} mee.`] : [];
}

/** @type {(query: string, count: number, complete: number, words: number, which: string) => string} how many have all words, and how many some; `which` names the words when some were left out or corrected */
function describeParts(query, count, complete, words, which) {
  if (words < 2 || complete === count) return which ? `${countPractices(count)} gevonden.` : `${countPractices(count)} gevonden voor “${query}”.`;
  if (complete === 0) return `${countPractices(count)} met een deel van ${which ? "deze" : "uw"} woorden, de beste bovenaan.`;
  const all = `${which || "al uw"} woorden`;
  return `${countPractices(complete)} met ${all}, ${describeCount(count - complete)} met een deel ervan.`;
}

/** @type {(isOnline: boolean, hasEarlier: boolean) => { message: string, advice: string }} */
export function describeFailure(isOnline, hasEarlier) {
  return {
    message: isOnline ? "De zoeklijst kon niet worden geladen." : "U hebt geen verbinding, en dit is nog niet bewaard.",
    advice: hasEarlier ? "Wat hieronder staat, is van de vorige zoekvraag." : "Kijk of u verbinding hebt.",
  };
}

/** @param {number} shown @param {number} count @returns {string} how many of them are shown */
export function describeShown(shown, count) {
  return `${describeCount(shown)} van ${countPractices(count)} getoond.`;
}

/** @param {number} left @param {number} most @returns {string} the text of the button that adds at most `most` practices */
export function describeMore(left, most) {
  return left > most ? `Toon nog ${most} (van ${describeCount(left)})` : `Toon de laatste ${left}`;
}

/** The fields of the index that a result does not show. */
const PARTS = ["aanpak", "resultaten", "lessen", "aanleiding", "zoekwoorden", "zoekvragen"];

/** @type {(fields: readonly string[]) => string} */
export function describeFields(fields) {
  const parts = fields.filter((field) => PARTS.includes(field)).join(", ");
  return parts && `Gevonden bij: ${parts}.`;
}
