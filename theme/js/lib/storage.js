/**
 * What is stored in the browser of the reader (localStorage).
 *
 * If the browser refuses to store anything, a value is kept until the page is closed, and `store` returns false.
 *
 * Catalogues on one host share the storage, so keys begin with the folder of the site: `proef/selectie` for a catalogue at
 * `/proef/`, `selectie` at the root.
 */

const FOLDER = new URL("../", import.meta.url).pathname.slice(1); // scripts are one folder below the root of the site

/** @param {string} name @returns {string} its key in the storage */
export function keyOf(name) {
  return FOLDER + name;
}

/** @type {Map<string, string>} values that the browser refused to store */
const refused = new Map();

/** @param {string} name @returns {unknown} the stored value; null for none, or an unreadable one */
export function readStored(name) {
  try {
    return JSON.parse(refused.get(name) ?? localStorage.getItem(keyOf(name)) ?? "null");
  } catch {
    return null;
  }
}

/** @type {(name: string, value: unknown) => boolean} whether it is stored beyond this page; null erases */
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

/** @param {string} name @param {() => void} act when another tab changed it, or the page comes back from the back/forward cache */
export function whenStoredChanges(name, act) {
  addEventListener("storage", ({ key }) => (key === keyOf(name) || key === null) && act());
  addEventListener("pageshow", ({ persisted }) => persisted && act());
}
