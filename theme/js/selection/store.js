/** The practices that a reader chose to compare, in order, stored in the browser. */
import { readStored, store, whenStoredChanges } from "../lib/storage.js";

/** The most practices in a selection: as many as fit side by side. */
export const LIMIT = 6;

/** The event that is dispatched when the page gets other cards, or another part of it changes the selection. */
export const CARDS = "mvo:cards";

const NAME = "selectie";

/** @returns {string[]} their slugs */
export function readSelection() {
  const found = readStored(NAME);
  return Array.isArray(found) ? cleanSlugs(found) : [];
}

/** @param {readonly string[]} slugs @returns {boolean} whether the browser stored them */
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

/** @type {(former: readonly string[], slug: string) => void} replaces former slugs by the current one */
export function renameSelected(former, slug) {
  const slugs = readSelection();
  if (slugs.some((one) => former.includes(one))) writeSelection(slugs.map((one) => (former.includes(one) ? slug : one)));
}

/** @param {() => void} act is called when the selection may have changed in another tab */
export function whenSelectionChanges(act) {
  whenStoredChanges(NAME, act);
}

/** @type {(values: readonly unknown[]) => string[]} the valid slugs, each once, at most `LIMIT` */
export function cleanSlugs(values) {
  const slugs = values.filter((value) => typeof value === "string" && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value));
  return /** @type {string[]} */ ([...new Set(slugs)]).slice(0, LIMIT);
}

/** @type {(path: string, slugs: readonly string[]) => string} */
export function compareAddress(path, slugs) {
  return path + (slugs.length > 0 ? `?p=${slugs.join(",")}` : "");
}
