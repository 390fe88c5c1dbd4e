/** The parts of the site that a page brings along when they are asked for: scripts and styles that lie beside this one. */

import { scriptAddress } from "./lib/script-address.js";

/** @typedef {keyof typeof PARTS} Part */

/** @param {Part} name @returns {string} its address */
export function addressOf(name) {
  return new URL(PARTS[name].file, import.meta.url).href;
}

/**
 * @param {Part} name
 * @param {number} [attempt] from 2 on under another address, as a browser does not ask again for a module that failed
 * @returns {Promise<unknown>} until it is there
 */
export function bring(name, attempt = 1) {
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
 * @param {(attempt: number) => Promise<unknown>} bringAll
 * @returns {() => Promise<unknown>} does it when called: once, unless it failed
 */
export function onDemand(bringAll) {
  let attempt = 0;
  /** @type {Promise<unknown> | undefined} */
  let asked;
  return async () => {
    try {
      await (asked ??= bringAll((attempt += 1)));
    } catch (error) {
      asked = undefined; // so that it can be tried again
      throw error;
    }
  };
}
