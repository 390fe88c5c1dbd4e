/** Open the index once for the whole page, and again after a failure: a new build may have taken its place. */
import { openIndex } from "./engine.js";

/** @typedef {import("./engine.js").Engine} Engine */

/**
 * @typedef {object} Index
 * @property {() => Promise<Engine>} open
 * @property {() => void} reopen forget what was opened; next time the manifest comes from the server
 */

/**
 * @param {string} manifest its address
 * @param {typeof fetch} [get]
 * @returns {Index}
 */
export function keepIndex(manifest, get = (...request) => fetch(...request)) {
  /** @type {RequestCache} */
  let cache = "default";
  /** @type {Promise<Engine> | undefined} */
  let opening;

  /** @param {string} address */
  async function fetchJson(address) {
    const response = await get(address, address === manifest ? { cache } : {});
    if (!response.ok) throw new Error(`${response.status} ${address}`);
    return response.json();
  }

  function reopen() {
    cache = "reload";
    opening = undefined;
  }

  function open() {
    opening ??= openIndex(manifest, { fetchJson }).catch((error) => {
      reopen();
      throw error;
    });
    return opening;
  }

  return { open, reopen };
}

/**
 * Use the index. What fails for a file that is no longer there is tried once more with the manifest of today.
 *
 * @template Answer
 * @param {Index} index
 * @param {(engine: Engine) => Promise<Answer>} use
 * @returns {Promise<Answer>}
 */
export async function withIndex(index, use) {
  const engine = await index.open();
  try {
    return await use(engine);
  } catch (error) {
    index.reopen();
    const newer = await index.open();
    if (newer.manifest.digest === engine.manifest.digest) throw error;
    return use(newer);
  }
}
