/** A draft: what was filled in, on this device and nowhere else. */
import { readStored, store } from "../lib/storage.js";

/**
 * @import { Content } from "./form-store.js"
 *
 * @typedef {object} Draft
 * @property {string} saved when (ISO 8601)
 * @property {Content} content what was stored
 * @property {boolean} isOutdated whether the entry that is improved has changed since
 */

const PREFIX = "praktijk:";
const FORM = 1;

/**
 * @param {string} name which draft: the name of the entry that is improved, or "" for a new one
 * @param {string} source the text of that entry as it is now, or ""
 */
export function openDraft(name, source) {
  const key = PREFIX + name;
  return {
    /** @returns {Draft | null} null when there is nothing, or nothing that can be read */
    load() {
      const found = /** @type {any} */ (readStored(key));
      const isKnown = found?.form === FORM && typeof found.saved === "string" && found.content;
      return isKnown ? { saved: found.saved, content: found.content, isOutdated: found.source !== source } : null;
    },
    /** @param {Content} content @returns {boolean} whether it is still there when the page has been left */
    save: (content) => store(key, { form: FORM, saved: new Date().toISOString(), source, content }),
    erase: () => void store(key, null),
  };
}
