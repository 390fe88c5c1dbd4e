/** Sort the table of practices by a column; without script the practices of which most is known come first. */
import { element, elements, make } from "../lib/dom.js";
import { loadPart } from "../parts.js";
import { nextDirection, sortRows } from "./sort.js";

const table = document.querySelector("table[data-sortable]");
if (table) start(table);
if (table && location.search) void loadPart("table-filter.js").catch(() => {}); // the whole table is there

/** @param {Element} table */
function start(table) {
  const body = element(table, "tbody", HTMLTableSectionElement);
  const heads = elements(table, "th[data-sort]", HTMLTableCellElement);
  for (const head of heads) {
    const button = make("button", { type: "button", class: "mvo-text-button" }, head.textContent?.trim() ?? "");
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const direction = nextDirection(head.getAttribute("aria-sort"), /** @type {import("./sort.js").Direction} */ (head.dataset["sort"]));
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", direction);
      const rows = [...body.rows];
      const keys = rows.map((row) => keyOf(/** @type {HTMLTableCellElement} */ (row.cells[head.cellIndex])));
      body.replaceChildren(...sortRows(keys, direction).map((place) => /** @type {HTMLTableRowElement} */ (rows[place])));
    });
  }
}

/** @param {HTMLTableCellElement} cell @returns {string} its sort key: its text, unless it has a key */
function keyOf(cell) {
  return cell.dataset["key"] ?? cell.textContent?.trim() ?? "";
}
