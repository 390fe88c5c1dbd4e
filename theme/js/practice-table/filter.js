/** The table of all practices, when its address has a search: only what was found, in the order of the search. */
import { element } from "../lib/dom.js";
import { cacheIndex, withIndex } from "../lunr-shards/open-index.js";
import { addressOf, readSearch } from "../search/address.js";
import { find } from "../search/find.js";
import { describeResult } from "../search/messages.js";
import { numberRows } from "./rows.js";

const table = document.querySelector("table[data-sortable]");
const form = document.querySelector("form[data-manifest]");
if (table && form instanceof HTMLFormElement) filterTable(table, form).catch(console.warn);

/** @param {Element} table @param {HTMLFormElement} form to search with @returns {Promise<void>} */
async function filterTable(table, form) {
  const body = element(table, "tbody", HTMLTableSectionElement);
  await withIndex(cacheIndex(new URL(form.dataset["manifest"] ?? "", location.href).href), async (engine) => {
    const search = readSearch(location, engine.manifest.facets);
    if (!addressOf(search, "")) return;
    const result = await find(engine, search);
    const places = numberRows([...body.rows].map(slugOf));
    if (places.length !== engine.manifest.documents) return; // of another build
    const rows = [...(await result.first(result.documents.length))].map((document) => /** @type {HTMLTableRowElement} */ (body.rows[/** @type {number} */ (places[document])]));
    const status = element(document, "[data-found]", HTMLElement);
    element(status, "[data-slot=found]", HTMLElement).textContent = describeResult(search.query, result);
    status.hidden = false;
    element(form, "input[name=q]", HTMLInputElement).value = search.query;
    body.replaceChildren(...rows);
    for (const link of document.querySelectorAll("a[data-search-link]")) if (link instanceof HTMLAnchorElement) link.href = addressOf(search, link.pathname);
    table.querySelector("[aria-sort]")?.removeAttribute("aria-sort");
  });
}

/** @param {HTMLTableRowElement} row @returns {string} */
const slugOf = (row) => row.querySelector("a")?.pathname.split("/").at(-2) ?? "";
