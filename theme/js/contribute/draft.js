/** Drafts of the form, stored in the browser only. */
import { readStored, store } from "../lib/storage.js";

/**
 * @import { Content } from "./form-store.js"
 *
 * @typedef {object} Draft
 * @property {string} saved when (ISO 8601)
 * @property {Content} content of the form
 * @property {boolean} isOutdated whether the practice to improve has changed since
 */

const PREFIX = "praktijk:";
const ASIDE = "opzij:";
const FORM = 1;
const MOST = 500; // texts in a draft; more would make the form seem to hang

/**
 * A draft that does not fit the form is set aside: its text can be saved as a file, and a new draft can be stored.
 *
 * @param {string} name the slug of the practice to improve, or "" for a new one
 * @param {string} source the current text of that practice, or ""
 */
export function openDraft(name, source) {
  const [key, aside] = [PREFIX + name, ASIDE + name];

  function setAside() {
    const found = readStored(key);
    if (found === null) return;
    if (textOf(found)) store(aside, found);
    store(key, null);
  }

  return {
    /** @returns {Draft | null} null without a draft that fits the form; any other draft is set aside */
    load() {
      const found = /** @type {any} */ (readStored(key));
      if (found?.form === FORM && typeof found.saved === "string" && isContent(found.content)) {
        return { saved: found.saved, content: found.content, isOutdated: found.source !== source };
      }
      setAside();
      return null;
    },
    /** @param {Content} content @returns {boolean} whether it is stored beyond this page */
    save: (content) => store(key, { form: FORM, saved: new Date().toISOString(), source, content }),
    erase: () => void store(key, null),
    setAside,
    /** @returns {string} the text of the draft that was set aside; "" for none */
    readAside: () => textOf(readStored(aside)),
    eraseAside: () => void store(aside, null),
  };
}

/** @param {any} found @returns {found is Content} whether it has the shape of the content of the form */
function isContent(found) {
  const isMap = (/** @type {any} */ value) => typeof value === "object" && value !== null && !Array.isArray(value);
  const isText = (/** @type {any} */ value) => typeof value === "string";
  const isListOf = (/** @type {any} */ value, /** @type {(item: any) => boolean} */ fits) => Array.isArray(value) && value.every((item) => isMap(item) && fits(item));
  const leaves = leavesOf(found);
  return (
    isMap(found) &&
    isMap(found.values) &&
    isListOf(found.parts, ({ heading, text }) => isText(heading) && isText(text)) &&
    isListOf(found.organisations, ({ slug }) => isText(slug)) &&
    leaves.every(isText) &&
    leaves.length <= MOST
  );
}

/** @param {any} found @returns {string} all text in it */
function textOf(found) {
  return leavesOf(found?.content ?? found).filter((leaf) => typeof leaf === "string" && leaf.trim()).join("\n\n");
}

/** @param {Content} old @param {Content} content @returns {boolean} whether it has every text of the old content: a field may have been removed since */
export function hasAllOf(old, content) {
  const texts = new Set(leavesOf(content));
  return leavesOf(old).every((text) => texts.has(text));
}

/** @param {unknown} found of any shape and depth @returns {unknown[]} the values in it that are no list or map, in order */
function leavesOf(found) {
  const [leaves, left] = [/** @type {unknown[]} */ ([]), [found]];
  while (left.length) {
    const next = left.pop();
    if (typeof next !== "object" || next === null) leaves.push(next);
    else for (const inner of Object.values(next).reverse()) left.push(inner);
  }
  return leaves;
}
