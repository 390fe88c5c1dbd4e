/** Keeps what was filled in on this device, and nowhere else. */

/**
 * @template Content
 * @typedef {object} Draft
 * @property {string} saved when (ISO 8601)
 * @property {Content} content what was kept
 * @property {boolean} isOutdated whether the entry that is improved has changed since
 */

const PREFIX = "praktijk:";
const FORM = 1;

/**
 * @template Content
 * @param {string} name which draft: the name of the entry that is improved, or "" for a new one
 * @param {string} source the text of that entry as it is now, or ""
 * @param {Storage} [storage]
 */
export function keepDraft(name, source, storage = localStorageOrNothing()) {
  const key = PREFIX + name;
  return {
    /** @returns {Draft<Content> | null} what was kept; null when there is nothing, or nothing that can be read */
    load() {
      try {
        const found = JSON.parse(storage?.getItem(key) ?? "null");
        const isKnown = found?.form === FORM && typeof found.saved === "string" && found.content;
        return isKnown ? { saved: found.saved, content: found.content, isOutdated: found.source !== source } : null;
      } catch {
        return null;
      }
    },
    /**
     * @param {Content} content
     * @returns {boolean} whether it was kept
     */
    save(content) {
      try {
        storage?.setItem(key, JSON.stringify({ form: FORM, saved: new Date().toISOString(), source, content }));
        return storage !== undefined;
      } catch {
        return false; // full, or not allowed
      }
    },
    erase() {
      try {
        storage?.removeItem(key);
      } catch {
        // Nothing was kept.
      }
    },
  };
}

/** @returns {Storage | undefined} undefined where a browser keeps nothing */
function localStorageOrNothing() {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
