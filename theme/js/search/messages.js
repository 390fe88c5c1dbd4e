/** What the search page says, in Dutch. */

/** @typedef {import("./find-hits.js").Match} Match */

/**
 * @param {number} count
 * @returns {string} "1 praktijk" or "12 praktijken"
 */
export function countPractices(count) {
  return `${count.toLocaleString("nl-NL")} ${count === 1 ? "praktijk" : "praktijken"}`;
}

/**
 * @param {string} query
 * @param {Match} match
 * @param {number} count
 * @returns {string} what was found, in a sentence or two
 */
export function describeResult(query, match, count) {
  switch (match) {
    case "all":
      return `${countPractices(count)} gevonden voor “${query}”.`;
    case "similar":
      return `Geen resultaten voor “${query}”. Getoond: wat erop lijkt (${countPractices(count)}).`;
    case "some":
      return `Geen praktijk met alle woorden van “${query}”. Getoond: ${countPractices(count)} met een deel ervan.`;
    case "none":
      return `Geen resultaten voor “${query}”. Probeer een ander of korter woord.`;
  }
}

/**
 * @param {number} shown
 * @param {number} count
 * @returns {string} how far the list goes
 */
export function describeShown(shown, count) {
  return `${shown} van ${countPractices(count)} getoond.`;
}
