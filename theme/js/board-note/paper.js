/** The note for the board as a paper: what its page says, with what was typed in. Its text is written in that page alone. */
import { makeSlug } from "../lib/slug.js";
import { heading, list, pairs, paragraph } from "../papers/paper.js";
import { ask, clean, link, say, stress } from "../papers/text.js";

/**
 * @import { Block, Paper } from "../papers/paper.js"
 * @import { Run, Text as Runs } from "../papers/text.js"
 */

const NAME = "Bestuursnotitie";
/** @type {Run} */
const BLANK = { text: "[vul in]", isBlank: true };

/** @param {HTMLElement} note @param {string} slug of the practice @param {string} day @returns {Paper} */
export function readNote(note, slug, day) {
  const address = [...note.querySelectorAll(".mvo-board-note__address label")];
  const parts = [...note.querySelectorAll("h2, p, ul, ol, dl, label")].filter((part) => !part.closest(".mvo-screen-only") && !address.includes(part));
  const [, from, , about] = address.map((label) => linesOf(label)[0] ?? "");
  return {
    title: about ?? "",
    kind: NAME,
    footer: NAME,
    author: from || "MVO-praktijkcatalogus",
    source: location.href,
    day,
    file: `bestuursnotitie-${makeSlug(slug)}`,
    look: "memo",
    blocks: [pairs("Van wie, aan wie en waarover", address.map((label) => [stress(nameOf(label)), linesOf(label).length > 0 ? say(linesOf(label).join(" ")) : [BLANK]])), ...parts.flatMap(readPart)],
  };
}

/** @param {Element} part of the page @returns {Block[]} */
function readPart(part) {
  const inner = [...part.children];
  if (part.matches("h2")) return [heading(clean(part.textContent))];
  if (part.matches("dl")) return inner.map((fact) => paragraph(readText(fact)));
  if (part.matches("ul, ol")) return list(inner.map(readText), part.matches("ol"));
  if (!part.matches("label")) return [paragraph(readText(part))];
  const [first = "", ...others] = linesOf(part);
  return [paragraph([{ text: `${nameOf(part)} ` }, ...(first ? ask(first) : [BLANK])]), ...others.map((line) => paragraph(ask(line)))];
}

/** @param {Element} label @returns {string} what is to be filled in */
const nameOf = (label) => clean(label.firstElementChild?.textContent);

/** @param {Element} label @returns {string[]} the lines that were typed in, without empty ones */
const linesOf = (label) => (label.querySelector("textarea")?.value ?? "").split("\n").map(clean).filter(Boolean);

/** @param {Node} node @returns {Runs} its words as a reader sees them, with links and what is strong */
function readText(node) {
  /** @type {Run[]} */
  const runs = [];
  for (const run of [...node.childNodes].flatMap(readNode)) {
    const text = run.text.replace(/\s+/g, " ").replace(/^ /, runs.at(-1)?.text.endsWith(" ") ?? true ? "" : " ");
    if (text) runs.push({ ...run, text });
  }
  const last = runs.pop();
  return last ? [...runs, { ...last, text: last.text.trimEnd() }] : [];
}

/** @param {Node} node @returns {Runs} */
function readNode(node) {
  if (node instanceof Text) return [{ text: node.data }];
  if (!(node instanceof Element)) return [];
  if (node instanceof HTMLAnchorElement) return link(node.textContent, node.href);
  return node.matches("strong") ? stress(node.textContent) : [...node.childNodes].flatMap(readNode);
}
