/** A text that comes with a practice, as a paper. */
import { makeSlug } from "../lib/slug.js";

/** @import { Block, Paper } from "../papers/paper.js" */

/**
 * @param {{ title: string, kind?: string, maker?: string, source: string, day: string }} about
 * @param {Block[]} blocks
 * @param {boolean} isForOthers whether it is sent to others, such as a letter, and has no titles and no footer
 * @returns {Paper}
 */
export function makeMaterial({ title, kind = "", maker = "", source, day }, blocks, isForOthers) {
  return { title, kind, footer: isForOthers ? "" : kind, author: maker, source, day, file: makeSlug(title), layout: isForOthers ? "letter" : "plan", blocks };
}
