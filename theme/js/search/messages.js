/** What the search says, in Dutch. */

/** @type {(count: number) => string} with a point between thousands */
export function describeCount(count) {
  // The browser's own way takes longer than the search: it reads the customs of a language first.
  return `${count}`.replace(/\B(?=(\d{3})+$)/g, ".");
}

/** @param {number} count @returns {string} "1 praktijk" or "12 praktijken" */
export function countPractices(count) {
  return `${describeCount(count)} ${count === 1 ? "praktijk" : "praktijken"}`;
}

/** @type {(query: string, count: number, found: number, note: string) => string} `found` is without the filters */
export function describeResult(query, count, found, note) {
  if (count === 0 && found > 0) return `Geen praktijken met deze filters. Zonder filters ${found === 1 ? "is" : "zijn"} er ${countPractices(found)}.`;
  if (count === 0) return `Geen resultaten voor “${query}”.`;
  if (!query) return count === found ? `Alle ${countPractices(count)}.` : `${countPractices(count)} met deze filters.`;
  return note ? `${note} Dat ${count === 1 ? "is" : "zijn"} ${countPractices(count)}.` : `${countPractices(count)} gevonden voor “${query}”.`;
}

/** @type {(isOnline: boolean, hasEarlier: boolean) => { said: string, advice: string }} */
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

/** @param {number} left @param {number} most @returns {string} what the button shows that adds practices, at most so many at once */
export function describeMore(left, most) {
  return left > most ? `Toon nog ${most} (van ${describeCount(left)})` : `Toon de laatste ${left}`;
}

/** The fields of the index that are parts of a practice, and that a list does not show. */
const PARTS = ["aanpak", "resultaten", "lessen", "aanleiding", "zoekwoorden"];

/** @type {(fields: readonly string[]) => string} */
export function describeParts(fields) {
  const parts = fields.filter((field) => PARTS.includes(field)).join(", ");
  return parts && `Gevonden bij: ${parts}.`;
}
