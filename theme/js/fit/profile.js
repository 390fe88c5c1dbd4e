/** What a reader says of the own organisation; it stays in the browser, on this device. */
import { readStored, store, whenStoredChanges } from "../lib/storage.js";

/**
 * @typedef {object} Profile what is not filled in is "", null or empty
 * @property {number | null} size step of SIZES, from 1 (smallest)
 * @property {string} area key of a kind of area
 * @property {string} province its key
 * @property {number | null} costs the most that can be spent, as a step of the scale of costs (0 to 5)
 * @property {number | null} effort the most own hours (1 to 5)
 * @property {number | null} leadTime when there must be a result (1 to 5)
 * @property {number | null} difficulty what can be decided (1 to 4)
 * @property {string[]} kinds keys of the kinds of partners that are known
 * @property {{ slug: string, name: string, kind: string }[]} partners that are known by name
 */

const NAME = "profiel";
const NUMBERS = /** @type {const} */ (["size", "costs", "effort", "leadTime", "difficulty"]);
const WORDS = /** @type {const} */ (["area", "province"]);

/** @returns {Profile | null} null when nothing was filled in */
export function readProfile() {
  return cleanProfile(readStored(NAME));
}

/** @param {Profile | null} profile null to erase it @returns {boolean} whether the browser stores it */
export function writeProfile(profile) {
  return store(NAME, cleanProfile(profile));
}

/** @param {() => void} act is called when another tab changed it */
export function whenProfileChanges(act) {
  whenStoredChanges(NAME, act);
}

/** @param {unknown} found @returns {Profile | null} what can be used of it; null when that is nothing */
export function cleanProfile(found) {
  if (typeof found !== "object" || found === null) return null;
  const values = /** @type {Record<string, unknown>} */ (found);
  const number = (/** @type {unknown} */ value) => (Number.isInteger(value) ? /** @type {number} */ (value) : null);
  const listOf = (/** @type {unknown} */ value) => (Array.isArray(value) ? value : []);
  const isKey = (/** @type {unknown} */ value) => typeof value === "string" && /^[a-z0-9-]+$/.test(value);
  const profile = /** @type {Profile} */ (
    Object.fromEntries([
      ...NUMBERS.map((name) => [name, number(values[name])]),
      ...WORDS.map((name) => [name, isKey(values[name]) ? values[name] : ""]),
      ["kinds", listOf(values["kinds"]).filter(isKey)],
      ["partners", listOf(values["partners"]).filter((one) => isKey(one?.slug) && isKey(one.kind) && typeof one.name === "string").map(({ slug, name, kind }) => ({ slug, name, kind }))],
    ])
  );
  const isEmpty = Object.values(profile).every((value) => value === null || (typeof value !== "number" && value.length === 0));
  return isEmpty ? null : profile;
}
