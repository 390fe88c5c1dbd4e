/** Look up lists of the index by the first letters of words: groups of synonyms, and names with a page of their own. */

/**
 * @import { Engine } from "../lunr-shards/engine.js"
 *
 * @typedef {[facet: string, value: string, label: string]} Named a theme or an organisation
 */

const LETTERS = 3;

/** @type {(words: readonly string[], lexicon: Pick<Engine, "listed">) => Promise<{ groups: string[], names: Named[] }>} those with a word that begins like one of these; the phrases of a group are separated by commas */
export async function lookUp(words, lexicon) {
  const starts = new Set(words.map((word) => word.slice(0, LETTERS)));
  /** @type {([groups: string[], names: Named[]] | undefined)[]} */
  const found = await Promise.all([...starts].map((start) => lexicon.listed("begin", start)));
  const lists = found.flatMap((list) => (list ? [list] : []));
  return { groups: [...new Set(lists.flatMap(([groups]) => groups))], names: lists.flatMap(([, names]) => names) };
}
