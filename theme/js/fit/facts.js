/** What a card knows of a practice for the rules, in one short attribute: docs/selection-and-fit.md. */

/**
 * @param {string} text `provinces|areas|kinds|partners|costs|effort|lead time|difficulty`, lists with commas; empty for
 *   not known
 * @returns {import("./rules.js").Facts}
 */
export function readFacts(text) {
  const parts = text.split("|");
  const list = (/** @type {number} */ place) => (parts[place] ?? "").split(",").filter(Boolean);
  const step = (/** @type {number} */ place) => (parts[place] ? Number(parts[place]) : null);
  return {
    provinces: list(0),
    areas: list(1),
    kinds: list(2),
    partners: list(3),
    costs: step(4),
    effort: step(5),
    leadTime: step(6),
    difficulty: step(7),
  };
}

/** @param {import("./rules.js").Facts} facts @returns {string} the attribute that says this */
export function writeFacts({ provinces, areas, kinds, partners, costs, effort, leadTime, difficulty }) {
  const lists = [provinces, areas, kinds, partners].map((values) => values.join(","));
  return [...lists, ...[costs, effort, leadTime, difficulty].map((step) => step ?? "")].join("|");
}
