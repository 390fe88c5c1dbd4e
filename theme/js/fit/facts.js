/** What a card knows of a practice for the rules, in one short attribute: docs/selection-and-fit.md. */

/** @import { Facts } from "./rules.js" */

/** The parts of the attribute, with bars between them: lists with commas, and then steps; empty for not known. */
const LISTS = /** @type {const} */ (["provinces", "areas", "kinds", "partners"]);
const STEPS = /** @type {const} */ (["costs", "effort", "leadTime", "difficulty"]);

/** @param {string} text @returns {Facts} */
export function readFacts(text) {
  const parts = text.split("|");
  const lists = LISTS.map((name, place) => [name, (parts[place] ?? "").split(",").filter(Boolean)]);
  const steps = STEPS.map((name, place) => [name, parts[LISTS.length + place] ? Number(parts[LISTS.length + place]) : null]);
  return Object.fromEntries([...lists, ...steps]);
}

/** @param {Facts} facts @returns {string} */
export function writeFacts(facts) {
  return [...LISTS.map((name) => facts[name].join(",")), ...STEPS.map((name) => facts[name] ?? "")].join("|");
}
