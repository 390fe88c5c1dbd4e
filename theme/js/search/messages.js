/** What the search says, in Dutch. */

/**
 * Write a whole number with a point between thousands. The browser's own way takes longer than the search: it reads the
 * customs of a language first.
 * @param {number} count
 * @returns {string}
 */
export function describeCount(count) {
  return `${count}`.replace(/\B(?=(\d{3})+$)/g, ".");
}

/** @param {number} count @returns {string} "1 praktijk" or "12 praktijken" */
export function countPractices(count) {
  return `${describeCount(count)} ${count === 1 ? "praktijk" : "praktijken"}`;
}

/**
 * @param {string} query
 * @param {number} count how many are shown
 * @param {number} found how many there are without the filters
 * @param {string} note what to say of a guess
 * @returns {string} what was found, in a sentence or two
 */
export function describeResult(query, count, found, note) {
  if (count === 0 && found > 0) return `Geen praktijken met deze filters. Zonder filters ${found === 1 ? "is" : "zijn"} er ${countPractices(found)}.`;
  if (count === 0) return `Geen resultaten voor “${query}”.`;
  if (!query) return count === found ? `Alle ${countPractices(count)}.` : `${countPractices(count)} met deze filters.`;
  return note ? `${note} Dat ${count === 1 ? "is" : "zijn"} ${countPractices(count)}.` : `${countPractices(count)} gevonden voor “${query}”.`;
}

/**
 * @param {boolean} isOnline
 * @param {boolean} hasEarlier whether an earlier answer is still shown
 * @returns {{ said: string, advice: string }} what went wrong, and what to think of it
 */
export function describeFailure(isOnline, hasEarlier) {
  return {
    said: isOnline ? "De zoeklijst kon niet worden geladen." : "U hebt geen verbinding, en dit is nog niet bewaard.",
    advice: hasEarlier ? "Wat hieronder staat, is van de vorige zoekvraag." : "Kijk of u verbinding hebt.",
  };
}

/** @param {number} shown @param {number} count @returns {string} how far the list goes */
export function describeShown(shown, count) {
  return `${describeCount(shown)} van ${countPractices(count)} getoond.`;
}

/** How the parts of a practice are called where words were found in them. */
const PARTS = new Map([
  ["aanpak", "aanpak"],
  ["resultaten", "resultaten"],
  ["lessen", "lessen"],
  ["aanleiding", "aanleiding"],
  ["zoekwoorden", "zoekwoorden"],
]);

/**
 * @param {readonly string[]} fields of the index
 * @returns {string} in which parts that a list does not show by itself; "" for none
 */
export function describeParts(fields) {
  const parts = fields.flatMap((field) => PARTS.get(field) ?? []).join(", ");
  return parts && `Gevonden bij: ${parts}.`;
}
