/** The board note: what a reader typed in, as the browser stores it, and the whole note as a paper. */
import { makeSlug } from "../lib/slug.js";
import { findParts, readPart } from "../papers/page.js";
import { pairs, paragraph } from "../papers/paper.js";
import { withBlanks, clean, plain, strong } from "../papers/text.js";

/**
 * @import { Block, Paper } from "../papers/paper.js"
 * @import { Run } from "../papers/text.js"
 */

const NAME = "Bestuursnotitie";
/** @type {Run} */
const BLANK = { text: "[vul in]", isBlank: true };

/** @param {HTMLElement} note @param {string} slug of the practice @param {string} day @returns {Paper} */
export function readNote(note, slug, day) {
  const address = [...note.querySelectorAll(".mvo-board-note__address label")];
  const parts = findParts(note, "label").filter((part) => !part.closest(".mvo-screen-only") && !address.includes(part));
  const [, from, , about] = address.map((label) => linesOf(label)[0] ?? "");
  return {
    title: about ?? "",
    kind: NAME,
    footer: NAME,
    author: from || "MVO-praktijkcatalogus",
    source: location.href,
    day,
    file: `bestuursnotitie-${makeSlug(slug)}`,
    layout: "memo",
    blocks: [pairs("Van wie, aan wie en waarover", address.map((label) => [strong(nameOf(label)), linesOf(label).length > 0 ? plain(linesOf(label).join(" ")) : [BLANK]])), ...parts.flatMap(readAny)],
  };
}

/** @param {Element} part of the page @returns {Block[]} */
function readAny(part) {
  if (!part.matches("label")) return readPart(part);
  const [first = "", ...others] = linesOf(part);
  return [paragraph([{ text: `${nameOf(part)} ` }, ...(first ? withBlanks(first) : [BLANK])]), ...others.map((line) => paragraph(withBlanks(line)))];
}

/** @param {Element} label @returns {string} what to fill in */
const nameOf = (label) => clean(label.firstElementChild?.textContent);

/** @param {Element} label @returns {string[]} the lines that were typed in */
const linesOf = (label) => (label.querySelector("textarea")?.value ?? "").split("\n").map(clean).filter(Boolean);

/** @param {string} names the current and the former slugs, separated by spaces @returns {string[]} the storage keys, the current one first */
export function keysOf(names) {
  return names.split(" ").filter(Boolean).map((name) => `notitie/${name}`);
}

/** @type {(keys: readonly string[], read: (key: string) => unknown) => Map<string, string>} the texts by field; none when what is stored has another shape */
export function findWords(keys, read) {
  const stored = keys.map(read).find((value) => typeof value === "object" && value !== null) ?? {};
  return new Map(Object.entries(stored).flatMap(([name, words]) => (typeof words === "string" ? [[name, words]] : [])));
}
