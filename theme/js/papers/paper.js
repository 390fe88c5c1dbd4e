/**
 * A paper: a text that a reader saves as a file or copies, such as a plan or a board note. It consists of blocks and has no
 * format of its own: each writer in this folder turns it into one.
 */

import { withBlanks } from "./text.js";

/**
 * @import { Text } from "./text.js"
 *
 * @typedef {object} Table
 * @property {"table"} kind
 * @property {string} title its caption, for screen readers
 * @property {string[]} head the column headings; none when the first column has the row headings
 * @property {number[]} widths of the columns, in percent
 * @property {Text[][]} rows
 *
 * @typedef {{ kind: "list", items: Text[], isNumbered: boolean }} List
 *
 * @typedef {{ kind: "heading", level: 1 | 2, text: string }
 *   | { kind: "paragraph", text: Text }
 *   | { kind: "note", text: Text }
 *   | List
 *   | Table} Block
 *
 * @typedef {{ [Kind in Block["kind"]]: (block: Extract<Block, { kind: Kind }>, isIntro: boolean) => string }} Writers
 *   one for each kind of block; `isIntro` for a block right above a table or a list
 *
 * @typedef {object} Paper
 * @property {string} title
 * @property {string} kind what it is, such as “Plan van aanpak”; shown above the title
 * @property {string} footer
 * @property {string} author
 * @property {string} source the address of the page that it was made from
 * @property {string} day on which it was made
 * @property {string} file file name without extension
 * @property {"plan" | "memo" | "letter" | "wide"} layout a memo fits on one page, with its kind as title and its own title in its first table; a
 *   letter has neither titles nor footer
 * @property {Block[]} blocks
 */

/** @type {(paper: Paper, writers: Writers) => string[]} */
export function writeBlocks({ blocks }, writers) {
  return blocks.map((block, place) => {
    const write = /** @type {(block: Block, isIntro: boolean) => string} */ (writers[block.kind]);
    return write(block, ["table", "list"].includes(blocks[place + 1]?.kind ?? ""));
  });
}

/** @type {(paper: Paper) => ["Subtitle" | "Title", string][]} the lines above the text, by their style */
export function titlesOf({ layout, kind, title }) {
  if (layout === "letter") return [];
  return layout === "memo" ? [["Title", kind]] : [["Subtitle", kind], ["Title", title]];
}

/** @type {(row: number, count: number) => boolean} whether a row stays on one page with the next, so that no row of a table is alone on a page */
export const keepsWithNext = (row, count) => row < count - 1 && (row === 0 || row === count - 2);

/** @param {string} text @param {1 | 2} [level] @returns {Block} */
export const heading = (text, level = 1) => ({ kind: "heading", level, text });

/** @param {Text} text @returns {Block} */
export const paragraph = (text) => ({ kind: "paragraph", text });

/** @returns {Block[]} room for the address and the date above a letter */
export function letterhead() {
  const lines = ["[naam van wie u schrijft]", "[straat en huisnummer]", "[postcode en plaats]"];
  const address = lines.flatMap((line, at) => [...(at ? [{ text: "", isBreak: true }] : []), ...withBlanks(line)]);
  return [paragraph(address), paragraph([]), paragraph(withBlanks("[plaats], [datum]")), paragraph([])];
}

/** @param {Text[]} items @param {boolean} [isNumbered] @returns {Block[]} nothing without items */
export const list = (items, isNumbered = false) => (items.length ? [{ kind: "list", items, isNumbered }] : []);

/** @param {string} title @param {Record<string, number>} columns with their widths @param {Text[][]} rows @returns {Table} */
export const table = (title, columns, rows) => ({ kind: "table", title, head: Object.keys(columns), widths: Object.values(columns), rows });

/** @param {string} title @param {Text[][]} rows each a heading and a text @returns {Table} */
export const pairs = (title, rows) => ({ kind: "table", title, head: [], widths: [24, 76], rows });
