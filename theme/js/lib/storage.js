/**
 * What a reader stores in the browser, on this device: no account, no cookie.
 *
 * A browser can refuse to store anything. Then a value is known as long as the page is open, and `store` says so.
 *
 * A host can have several catalogues, each below a folder of its own. All of them share one storage, so a name in it
 * begins with the folder: a catalogue at `/proef/` has `proef/selectie`, one at the root `selectie`.
 */

const FOLDER = new URL("../", import.meta.url).pathname.slice(1); // scripts are in a folder of the root of the site

/** @param {string} name @returns {string} how it is called in the storage that all of this host share */
export function keyOf(name) {
  return FOLDER + name;
}

/** @type {Map<string, string>} what the browser refused to store, by its name */
const refused = new Map();

/** @param {string} name @returns {unknown} what is stored under this name; null for nothing, or nothing that can be read */
export function readStored(name) {
  try {
    return JSON.parse(refused.get(name) ?? localStorage.getItem(keyOf(name)) ?? "null");
  } catch {
    return null;
  }
}

/** @type {(name: string, value: unknown) => boolean} null erases; whether it stays when the page has been left */
export function store(name, value) {
  try {
    if (value === null) localStorage.removeItem(keyOf(name));
    else localStorage.setItem(keyOf(name), JSON.stringify(value));
    refused.delete(name);
    return true;
  } catch {
    refused.set(name, JSON.stringify(value));
    return false;
  }
}

/** @param {string} name @param {() => void} act when another tab changed it, or the browser brings back a page */
export function whenStoredChanges(name, act) {
  addEventListener("storage", ({ key }) => (key === keyOf(name) || key === null) && act());
  addEventListener("pageshow", ({ persisted }) => persisted && act());
}
