/** Fetch the index and what is shown of each practice: once, when first needed, and again after a failure. */
import lunr from "lunr";

/**
 * @typedef {object} PracticeDocument what the list shows of a practice
 * @property {string} titel
 * @property {string} samenvatting
 * @property {string} pad its path from the root of the site
 * @property {string[]} themas
 * @property {string[]} corporaties
 * @property {string[]} partners
 * @property {string} onderbouwing
 *
 * @typedef {object} SearchCatalogue
 * @property {lunr.Index} index
 * @property {Record<string, PracticeDocument>} documents by slug
 *
 * @typedef {(url: URL, options?: RequestInit) => Promise<unknown>} FetchJson
 */

/**
 * @param {URL} manifestUrl the file that names the others, which lie beside it
 * @param {FetchJson} [fetchJson]
 * @returns {() => Promise<SearchCatalogue>}
 */
export function catalogueLoader(manifestUrl, fetchJson = fetchJsonFile) {
  /** @type {Promise<SearchCatalogue> | undefined} */
  let loading;
  return () => {
    loading ??= loadCatalogue(manifestUrl, fetchJson).catch((error) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

/**
 * @param {URL} manifestUrl
 * @param {FetchJson} fetchJson
 * @returns {Promise<SearchCatalogue>}
 */
async function loadCatalogue(manifestUrl, fetchJson) {
  // The manifest keeps its name, so a copy must be checked; the names of the others change with their content.
  const manifest = await fetchJson(manifestUrl, { cache: "no-cache" });
  const names = /** @type {{ index: string, documents: string }} */ (manifest);
  const [index, documents] = await Promise.all([
    fetchJson(new URL(names.index, manifestUrl)),
    fetchJson(new URL(names.documents, manifestUrl)),
  ]);
  return {
    index: lunr.Index.load(/** @type {object} */ (index)),
    documents: /** @type {Record<string, PracticeDocument>} */ (documents),
  };
}

/** @type {FetchJson} */
async function fetchJsonFile(url, options) {
  const response = await fetch(url, options);
  if (!response.ok) throw new Error(`${url.pathname}: ${response.status}`);
  return response.json();
}
