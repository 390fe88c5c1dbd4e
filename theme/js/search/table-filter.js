/** The table of all practices, when its address has a search: only what was found, in the order of the search. */
import { element } from "../lib/dom.js";
import { withIndex } from "../lunr-shards/open-index.js";
import { addressOf, readSearch } from "./address.js";
import { find } from "./find.js";
import { describeResult } from "./messages.js";

/** @import { Index } from "../lunr-shards/open-index.js" */

/** @param {Element} table @param {Index} index @returns {Promise<void>} */
export async function filterTable(table, index) {
  const body = element(table, "tbody", HTMLTableSectionElement);
  await withIndex(index, async (engine) => {
    const search = readSearch(location, engine.manifest.facets);
    if (!addressOf(search, "")) return;
    const result = await find(engine, search);
    const places = numberRows([...body.rows].map(slugOf));
    if (places.length !== engine.manifest.documents) return; // of another build
    const rows = [...(await result.first(result.documents.length))].map((document) => /** @type {HTMLTableRowElement} */ (body.rows[/** @type {number} */ (places[document])]));
    const status = element(document, "[data-found]", HTMLElement);
    element(status, "[data-slot=found]", HTMLElement).textContent = describeResult(search.query, result);
    status.hidden = false;
    body.replaceChildren(...rows);
    for (const link of document.querySelectorAll("a[data-search-link]")) if (link instanceof HTMLAnchorElement) link.href = addressOf(search, link.pathname);
    table.querySelector("[aria-sort]")?.removeAttribute("aria-sort");
  });
}

/** @param {HTMLTableRowElement} row @returns {string} */
const slugOf = (row) => row.querySelector("a")?.pathname.split("/").at(-2) ?? "";

/** @param {readonly string[]} slugs @returns {number[]} the place of each document of the index, which has them in the order of the keys of an object */
export function numberRows(slugs) {
  const places = new Map(slugs.map((slug, place) => [slug, place]));
  return Object.keys(Object.fromEntries([...slugs].sort().map((slug) => [slug, true]))).map((slug) => /** @type {number} */ (places.get(slug)));
}
