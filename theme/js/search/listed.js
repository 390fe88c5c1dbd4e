/** What the index lists by the first letters of a word: groups of synonyms, and names that have a page. */

/**
 * @import { Engine } from "../lunr-shards/engine.js"
 *
 * @typedef {[facet: string, value: string, label: string]} Named a theme or an organisation
 */

const LETTERS = 3;

/** @type {(words: readonly string[], lexicon: Pick<Engine, "listed">) => Promise<{ groups: string[], names: Named[] }>} those in which a word begins like one of these; a group has its phrases between commas */
export async function lookUp(words, lexicon) {
  const starts = new Set(words.map((word) => word.slice(0, LETTERS)));
  /** @type {([groups: string[], names: Named[]] | undefined)[]} */
  const found = await Promise.all([...starts].map((start) => lexicon.listed("begin", start)));
  const lists = found.flatMap((list) => (list ? [list] : []));
  return { groups: [...new Set(lists.flatMap(([groups]) => groups))], names: lists.flatMap(([, names]) => names) };
}
