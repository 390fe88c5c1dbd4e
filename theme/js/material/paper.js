/** A text that comes with a practice, as a paper. */
import { makeSlug } from "../lib/slug.js";

/** @import { Block, Paper } from "../papers/paper.js" */

/**
 * @param {{ title: string, kind?: string, maker?: string, source: string, day: string }} about
 * @param {Block[]} blocks
 * @param {boolean} isLetter whether it is a letter to others, which has no titles and no footer
 * @returns {Paper}
 */
export function makeMaterial({ title, kind = "", maker = "", source, day }, blocks, isLetter) {
  return { title, kind, footer: isLetter ? "" : kind, author: maker, source, day, file: makeSlug(title), layout: isLetter ? "letter" : "plan", blocks };
}
