/** Open an index once per page, and again after a failure: a new build may have replaced it. */
import { Engine } from "./engine.js";

/**
 * @import { Match } from "./engine.js"
 * @import { FetchJson } from "./shards.js"
 *
 * @typedef {object} Index
 * @property {() => Promise<Engine>} open
 * @property {() => void} reopen forget the index, so that the manifest is requested again
 */

/** @param {string} address @param {FetchJson} [fetchJson] @param {Match} [match] `findMatches`, for wildcards and edit distances @returns {Promise<Engine>} */
export async function openIndex(address, fetchJson = (address) => getJson(fetch, address), match = undefined) {
  const folder = address.slice(0, address.lastIndexOf("/") + 1);
  const engine = new Engine(folder, await fetchJson(address), fetchJson, match);
  const { hits, documents } = engine.manifest;
  if (hits >= documents && documents > 0) engine.stored([0]).catch(() => {}); // a single file, which every search needs
  return engine;
}

/** @param {string} manifest its address @param {typeof fetch} [get] @returns {Index} */
export function cacheIndex(manifest, get = (...request) => fetch(...request)) {
  /** @type {RequestCache} */
  let cache = "default";
  /** @type {Promise<Engine> | undefined} */
  let opening;

  function reopen() {
    cache = "reload";
    opening = undefined;
  }

  function open() {
    opening ??= openIndex(manifest, (address) => getJson(get, address, address === manifest ? { cache } : {})).catch((error) => {
      reopen();
      throw error;
    });
    return opening;
  }

  return { open, reopen };
}

/** @type {(get: typeof fetch, address: string, options?: RequestInit) => Promise<any>} */
async function getJson(get, address, options = {}) {
  const response = await get(address, options);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.json();
}

/** @type {<Answer>(index: Index, use: (engine: Engine) => Promise<Answer>) => Promise<Answer>} */
export async function withIndex(index, use) {
  const engine = await index.open();
  try {
    return await use(engine);
  } catch (error) {
    // A file may be gone after a new build: try once more with the current manifest.
    index.reopen();
    const newer = await index.open();
    if (newer.manifest.digest === engine.manifest.digest) throw error;
    return use(newer);
  }
}
