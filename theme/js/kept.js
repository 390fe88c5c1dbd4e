/**
 * What a reader keeps in the browser, on this device: no account, no cookie.
 *
 * A browser can refuse to keep anything. Then it is known as long as the page is open, and `keep` says so.
 */

/** @type {Map<string, string>} what the browser refused to keep, by its name */
const refused = new Map();

/**
 * @param {string} name
 * @returns {unknown} what was kept under this name; null when there is nothing, or nothing that can be read
 */
export function kept(name) {
  try {
    return JSON.parse(refused.get(name) ?? localStorage.getItem(name) ?? "null");
  } catch {
    return null;
  }
}

/**
 * @param {string} name
 * @param {unknown} value anything that JSON can hold; null forgets what there is
 * @returns {boolean} whether the browser keeps it when the page is left
 */
export function keep(name, value) {
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
export function whenChanged(name, act) {
  addEventListener("storage", ({ key }) => (key === name || key === null) && act());
  addEventListener("pageshow", ({ persisted }) => persisted && act());
}
