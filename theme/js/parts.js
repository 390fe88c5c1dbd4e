/** Load parts of the site on demand: scripts and styles in the folder of this script. */

import { scriptAddress } from "./lib/script-address.js";

/** @typedef {keyof typeof PARTS} Part */

/** @param {Part} name @returns {string} its address */
export function addressOf(name) {
  return new URL(PARTS[name].file, import.meta.url).href;
}

/**
 * @param {Part} name
 * @param {number} [attempt] from 2 on with another address, since browsers do not retry a module that failed
 * @returns {Promise<unknown>} resolves when it is loaded
 */
export function loadPart(name, attempt = 1) {
  const address = addressOf(name) + (attempt > 1 ? `?${attempt}` : "");
  const isStyle = name.endsWith(".css");
  const element = document.createElement(isStyle ? "link" : "script");
  const { integrity } = PARTS[name];
  Object.assign(element, { integrity }, isStyle ? { rel: "stylesheet", href: address } : { type: "module", src: scriptAddress(address) });
  return new Promise((resolve, reject) => {
    element.onload = resolve;
    element.onerror = () => {
      element.remove();
      reject(new Error(address));
    };
    document.head.append(element);
  });
}

/**
 * @param {(attempt: number) => Promise<unknown>} loadAll
 * @returns {() => Promise<unknown>} loads when it is first called, and again only after a failure
 */
export function onDemand(loadAll) {
  let attempt = 0;
  /** @type {Promise<unknown> | undefined} */
  let asked;
  return async () => {
    try {
      await (asked ??= loadAll((attempt += 1)));
    } catch (error) {
      asked = undefined; // the next call tries again
      throw error;
    }
  };
}
