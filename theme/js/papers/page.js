/** Turn parts of a page into blocks of a paper, so that a file says what the screen shows. */
import { heading, list, paragraph, table } from "./paper.js";
import { clean, link, strong } from "./text.js";

/**
 * @import { Block } from "./paper.js"
 * @import { Run, Text as Runs } from "./text.js"
 */

/** @type {(root: Element, others?: string) => Element[]} the elements that become blocks, also those of the selector `others`; not those inside a list or table */
export function findParts(root, others = "") {
  return [...root.querySelectorAll(["h2, h3, p, ul, ol, dl, table", others].filter(Boolean).join())].filter((part) => !part.parentElement?.closest("ul, ol, dl, table"));
}

/** @param {Element} part one that `findParts` found @returns {Block[]} */
export function readPart(part) {
  const inner = [...part.children];
  if (part.matches("h2, h3")) return [heading(clean(part.textContent), part.matches("h2") ? 1 : 2)];
  if (part.matches("dl")) return inner.map((fact) => paragraph(readText(fact)));
  if (part.matches("ul, ol")) return list(inner.map(readText), part.matches("ol"));
  if (!(part instanceof HTMLTableElement)) return [paragraph(readText(part))];
  const [head, ...rows] = [...part.rows].map((row) => [...row.cells]);
  const columns = Object.fromEntries((head ?? []).map((cell) => [clean(cell.textContent), Math.floor(100 / (head?.length ?? 1))]));
  return [table("Tabel", columns, rows.map((cells) => cells.map(readText)))];
}

/** @param {Node} node @returns {Runs} its words as a reader sees them, with links, strong words and blanks */
export function readText(node) {
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
  if (node.matches("mark, [data-gap]:not([data-filled])")) return [{ text: clean(node.textContent), isBlank: true }];
  return node.matches("strong") ? strong(node.textContent) : [...node.childNodes].flatMap(readNode);
}
