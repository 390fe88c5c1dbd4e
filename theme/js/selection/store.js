/** The practices that a reader chose to compare, in the order in which they stand beside each other. */
import { readStored, store, whenStoredChanges } from "../lib/storage.js";

/** How many practices fit beside each other. */
export const LIMIT = 6;

/** The event that is sent when the page has other cards, or when they are selected or not by another part of it. */
export const CARDS = "mvo:cards";

const NAME = "selectie";

/** @returns {string[]} their names in an address (slugs) */
export function readSelection() {
  const found = readStored(NAME);
  return Array.isArray(found) ? cleanSlugs(found) : [];
}

/** @param {readonly string[]} slugs @returns {boolean} whether the browser stores them */
export function writeSelection(slugs) {
  return store(NAME, slugs.length > 0 ? cleanSlugs(slugs) : null);
}

/** @type {(slug: string) => { done: "added" | "removed" | "full", isStored: boolean, count: number }} */
export function toggleSelected(slug) {
  const slugs = readSelection();
  if (slugs.includes(slug)) {
    const left = slugs.filter((other) => other !== slug);
    return { done: "removed", isStored: writeSelection(left), count: left.length };
  }
  if (slugs.length >= LIMIT) return { done: "full", isStored: true, count: slugs.length };
  return { done: "added", isStored: writeSelection([...slugs, slug]), count: slugs.length + 1 };
}

/** @type {(former: readonly string[], slug: string) => void} let what was chosen under a former name go by that of now */
export function renameSelected(former, slug) {
  const slugs = readSelection();
  if (slugs.some((one) => former.includes(one))) writeSelection(slugs.map((one) => (former.includes(one) ? slug : one)));
}

/** @param {() => void} act is called when the selection may have changed elsewhere */
export function whenSelectionChanges(act) {
  whenStoredChanges(NAME, act);
}

/** @type {(values: readonly unknown[]) => string[]} each once, and no more than fit */
export function cleanSlugs(values) {
  const slugs = values.filter((value) => typeof value === "string" && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value));
  return /** @type {string[]} */ ([...new Set(slugs)]).slice(0, LIMIT);
}

/** @type {(path: string, slugs: readonly string[]) => string} */
export function compareAddress(path, slugs) {
  return path + (slugs.length > 0 ? `?p=${slugs.join(",")}` : "");
}
