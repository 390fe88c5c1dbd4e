/**
 * Make the table of a comparison. On a narrow screen the styles put its cells below each other: then each cell shows the name of
 * its practice, and the roles keep it a table for screen readers.
 */
import { make } from "../lib/dom.js";

/**
 * @import { Practice } from "../practice-data.js"
 * @import { Comparison, Part, Row } from "./rows.js"
 */

const MARKS = { differs: "Verschilt", same: "Gelijk", partly: "", text: "" };

/** @type {(practices: readonly Practice[], comparison: Comparison, improve: string) => HTMLTableElement} */
export function makeTable(practices, { groups }, improve) {
  const names = practices.map(shortName);
  const head = make(
    "tr",
    { role: "row" },
    make("td", { role: "cell", class: "mvo-compare__corner" }),
    ...practices.map((practice, place) =>
      make(
        "th",
        { role: "columnheader", scope: "col", class: "mvo-compare__practice", "data-column": practice.slug, "aria-label": practice.titel }, // announced with each cell, without the buttons
        make("a", { class: "nl-link mvo-compare__title", href: practice.adres }, practice.titel),
        make(
          "span",
          { class: "mvo-compare__tools" },
          tool("left", practice, "Naar links", place === 0),
          tool("right", practice, "Naar rechts", place === practices.length - 1),
          tool("remove", practice, "Haal weg", false),
        ),
      ),
    ),
  );
  const bodies = groups.map(({ name, rows }, place) =>
    make(
      "tbody",
      { role: "rowgroup", class: "mvo-compare__group", "data-folded": place > 0 },
      make("tr", { role: "row", class: "mvo-compare__group-row" }, make("th", { role: "rowheader", scope: "rowgroup", colspan: `${names.length + 1}`, class: "mvo-compare__group-name" }, make("span", {}, name), make("button", { type: "button", class: "mvo-compare__fold", "aria-expanded": `${place === 0}` }, name))),
      ...rows.map((row) => makeRow(row, names)),
    ),
  );
  const more = make(
    "tr",
    { role: "row", class: "mvo-compare__row mvo-screen-only" },
    make("th", { role: "rowheader", scope: "row", class: "mvo-compare__name" }, "Weet u meer?"),
    ...practices.map(({ slug, titel }, place) =>
      make("td", { role: "cell", class: "mvo-compare__cell" }, nameInCell(names[place] ?? ""), make("a", { class: "nl-link", href: improve.replace("*", slug) }, "Vul aan ", make("span", { class: "mvo-visually-hidden" }, titel))),
    ),
  );
  return make(
    "table",
    { role: "table", class: "mvo-compare__table", "data-columns": `${names.length}` },
    make("caption", { class: "mvo-visually-hidden" }, names.length === 1 ? "1 praktijk" : `${names.length} praktijken naast elkaar`),
    make("thead", { role: "rowgroup", class: "mvo-compare__head" }, head),
    ...bodies,
    make("tbody", { role: "rowgroup" }, more),
  );
}

/** @type {(row: Row, names: readonly string[]) => HTMLTableRowElement} */
function makeRow({ name, status, cells }, names) {
  const mark = MARKS[status];
  return make(
    "tr",
    { role: "row", class: "mvo-compare__row", "data-status": status },
    make("th", { role: "rowheader", scope: "row", class: "mvo-compare__name" }, name, ...(mark ? [" ", make("span", { class: "mvo-compare__mark" }, mark)] : [])),
    ...cells.map((cell, place) =>
      make("td", { role: "cell", class: "mvo-compare__cell" }, nameInCell(names[place] ?? ""), ...(cell.length > 0 ? cell.map(makePart) : [make("p", { class: "mvo-subtle" }, "niet bekend")])),
    ),
  );
}

/** @param {Part} part @returns {HTMLElement} */
function makePart(part) {
  switch (part.kind) {
    case "text":
      return make("p", {}, part.text);
    case "heading":
      return make("p", { class: "mvo-compare__heading" }, part.text);
    case "links":
      return make(
        "ul",
        { class: "mvo-plain-list" },
        ...part.items.map(({ text, address, note }) =>
          make("li", {}, isWeb(address) ? make("a", { class: "nl-link", href: address }, text) : text, ...(note ? [" ", make("span", { class: "mvo-compare__note" }, note)] : [])),
        ),
      );
    default:
      return make(part.kind === "steps" ? "ol" : "ul", part.start === undefined ? {} : { start: String(part.start) }, ...part.items.map((item) => make("li", {}, item)));
  }
}

/** @type {(practice: Practice) => string} who did it; the styles put a letter in front, as before the title */
function shortName({ corporaties, partners, titel }) {
  return (corporaties[0] ?? partners[0])?.naam ?? titel;
}

/** @param {string} name @returns {HTMLElement} the name of the practice of a cell, shown on narrow screens */
function nameInCell(name) {
  return make("span", { class: "mvo-compare__whose", "aria-hidden": "true" }, name);
}

/** @type {(action: "left" | "right" | "remove", practice: Practice, words: string, isOff: boolean) => HTMLElement} */
function tool(action, { slug, titel }, words, isOff) {
  return make(
    "button",
    { type: "button", class: "mvo-text-button", "data-action": action, "data-slug": slug, disabled: isOff },
    make("span", { class: "mvo-compare__way" }, words),
    make("span", { class: "mvo-visually-hidden" }, ` ${titel}`),
  );
}

/** @type {(address: string | null) => address is string} no other addresses from data become links */
function isWeb(address) {
  return /^(?:https?:\/\/|mailto:[^?]+$)/.test(address ?? "");
}
