/**
 * A paper: a text that a reader takes along in a file or on the clipboard, such as a plan or the note for a board. It is
 * made of blocks, and knows no format: each writer of this folder makes one of it.
 */

/**
 * @import { Text } from "./text.js"
 *
 * @typedef {object} Table
 * @property {"table"} kind
 * @property {string} title what it holds, for readers who cannot see it
 * @property {string[]} head one for each column; none when the first column says what each row is
 * @property {number[]} widths of the columns, in hundredths of the page
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
 *   one for each kind of block; what is right above a table or a list is its introduction
 *
 * @typedef {object} Paper
 * @property {string} title
 * @property {string} kind what it is; stands above the title
 * @property {string} footer
 * @property {string} author
 * @property {string} source where it came from
 * @property {string} day on which it was made
 * @property {string} file the name of its files, without extension
 * @property {"plan" | "memo" | "letter" | "wide"} look a memo is one page, with its kind as title and its own title in its first table; a letter
 *   has nothing above and below its text
 * @property {Block[]} blocks
 */

/** @type {(paper: Paper, writers: Writers) => string[]} */
export function writeBlocks({ blocks }, writers) {
  return blocks.map((block, place) => {
    const write = /** @type {(block: Block, isIntro: boolean) => string} */ (writers[block.kind]);
    return write(block, ["table", "list"].includes(blocks[place + 1]?.kind ?? ""));
  });
}

/** @type {(paper: Paper) => ["Subtitle" | "Title", string][]} what stands above its text */
export function titlesOf({ look, kind, title }) {
  if (look === "letter") return [];
  return look === "memo" ? [["Title", kind]] : [["Subtitle", kind], ["Title", title]];
}

/** @type {(row: number, count: number) => boolean} whether a row of a table stays with the next: none stands alone on a page */
export const keepsWithNext = (row, count) => row < count - 1 && (row === 0 || row === count - 2);

/** @param {string} text @param {1 | 2} [level] @returns {Block} */
export const heading = (text, level = 1) => ({ kind: "heading", level, text });

/** @param {Text} text @returns {Block} */
export const paragraph = (text) => ({ kind: "paragraph", text });

/** @param {Text[]} items @param {boolean} [isNumbered] @returns {Block[]} nothing without items */
export const list = (items, isNumbered = false) => (items.length ? [{ kind: "list", items, isNumbered }] : []);

/** @param {string} title @param {Record<string, number>} columns with their widths @param {Text[][]} rows @returns {Table} */
export const table = (title, columns, rows) => ({ kind: "table", title, head: Object.keys(columns), widths: Object.values(columns), rows });

/** @param {string} title @param {Text[][]} rows what each is about, and what is said of that @returns {Table} */
export const pairs = (title, rows) => ({ kind: "table", title, head: [], widths: [24, 76], rows });
