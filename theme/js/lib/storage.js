/**
 * What a reader stores in the browser, on this device: no account, no cookie.
 *
 * A browser can refuse to store anything. Then a value is known as long as the page is open, and `store` says so.
 */

/** @type {Map<string, string>} what the browser refused to store, by its name */
const refused = new Map();

/** @param {string} name @returns {unknown} what is stored under this name; null for nothing, or nothing that can be read */
export function readStored(name) {
  try {
    return JSON.parse(refused.get(name) ?? localStorage.getItem(name) ?? "null");
  } catch {
    return null;
  }
}

/**
 * @type {(name: string, value: unknown) => boolean}
 *   null erases; whether it is still there when the page has been left
 */
export function store(name, value) {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(value));
    refused.delete(name);
    return true;
  } catch {
    refused.set(name, JSON.stringify(value));
    return false;
  }
}

/**
 * @param {string} name
 * @param {() => void} act is called when another tab changed it, or when the browser brings back a page that was left
 */
export function whenStoredChanges(name, act) {
  addEventListener("storage", ({ key }) => (key === name || key === null) && act());
  addEventListener("pageshow", ({ persisted }) => persisted && act());
}
