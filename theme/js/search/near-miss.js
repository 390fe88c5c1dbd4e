/** What to offer when nothing was found: words in the index with the same first half, and the themes of practices with those words. */
import { copyTemplate, element, fill } from "../lib/dom.js";
import { addressOf } from "./address.js";
import { analyse } from "./analysis.js";
import { manifestOf } from "./hits.js";

/** With as few letters the same, a longer word is another one: rent and rentree. */
const SHORTEST_BEGIN = 4;
const MOST_WORDS = 5;
const MOST_TOPICS = 4;

/**
 * @import { Choice, Engine } from "../lunr-shards/engine.js"
 * @import { Search } from "./address.js"
 *
 * @typedef {{ words: string[], topics: Choice[] }} NearMiss similar words, and the themes of practices with them
 */

/** @type {(engine: Engine, query: string, facet: string) => Promise<NearMiss>} */
export async function findNearMiss(engine, query, facet) {
  const words = [...new Set((await Promise.all(analyse(query, manifestOf(engine).stopWords).map((term) => findSharingPrefix(engine, term)))).flat())].slice(0, MOST_WORDS);
  if (!words[0]) return { words, topics: [] };
  const { documents } = await engine.search(words.map((term) => ({ term })));
  const topics = (await engine.facets(documents, [facet])).get(facet) ?? [];
  return { words, topics: topics.slice(0, MOST_TOPICS) };
}

/** @type {(engine: Engine, term: string) => Promise<string[]>} the words that share the longest prefix with it, of at least half its length */
async function findSharingPrefix(engine, term) {
  for (let length = term.length; length >= Math.max(SHORTEST_BEGIN, term.length / 2); length--) {
    const words = await engine.complete(term.slice(0, length), MOST_WORDS);
    const alike = length > SHORTEST_BEGIN ? words : words.filter((word) => word.length <= term.length);
    if (alike.length) return alike;
  }
  return [];
}

/** @param {HTMLElement} holder @param {string} query @param {string} facet of the themes @param {NearMiss | undefined} nearMiss nothing when something was found */
export function showNearMiss(holder, query, facet, nearMiss) {
  holder.hidden = !nearMiss;
  if (!nearMiss) return;
  const none = /** @type {const} */ ({ query: "", order: "", chosen: new Map() });
  listSearches(holder, "words", nearMiss.words.map((word) => [word, { ...none, query: word }]));
  listSearches(holder, "topics", nearMiss.topics.map(({ value, label }) => [label, { ...none, chosen: new Map([[facet, [value]]]) }]));
  fill(holder, "query", query);
  const contact = element(holder, "a[data-contact]", HTMLAnchorElement);
  if (contact.protocol === "mailto:") {
    const subject = `Niet gevonden in de catalogus: ${query}`;
    const body = `Ik zocht op “${query}” en vond geen praktijk.\n\nDit zoek ik:\n\n${location.href}`;
    contact.search = `?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  }
}

/** @type {(holder: HTMLElement, name: "words" | "topics", searches: (readonly [text: string, search: Search])[]) => void} */
function listSearches(holder, name, searches) {
  const items = searches.map(([text, search]) => {
    const item = copyTemplate("word");
    Object.assign(element(item, "a", HTMLAnchorElement), { textContent: text, href: addressOf(search, location.pathname) });
    return item;
  });
  fill(holder, name, ...items);
  element(holder, `[data-near-${name}]`, HTMLElement).hidden = items.length === 0;
}
