/** What the index lists by the first letters of a word: groups of synonyms, and names that have a page. */

/**
 * @import { Engine } from "../lunr-shards/engine.js"
 *
 * @typedef {[facet: string, value: string, label: string]} Named a theme or an organisation
 */

const LETTERS = 3;

/** @type {(words: readonly string[], lexicon: Pick<Engine, "values">) => Promise<{ groups: string[], names: Named[] }>} those in which a word begins like one of these; a group has its phrases between commas */
export async function lookUp(words, lexicon) {
  const starts = new Set(words.map((word) => word.slice(0, LETTERS)));
  const found = await Promise.all([...starts].map((start) => lexicon.values(`begin/${start}=`)));
  /** @type {[groups: string[], names: Named[]][]} */
  const lists = found.flat().map(({ label }) => JSON.parse(label));
  return { groups: [...new Set(lists.flatMap(([groups]) => groups))], names: lists.flatMap(([, names]) => names) };
}
