/** What to offer when nothing was found: the words of the index whose first half is the same, and the themes they lead to. */
import { copier, element, fill } from "../lib/dom.js";
import { addressOf } from "./address.js";
import { analyse } from "./analysis.js";
import { manifestOf } from "./hits.js";

const SHORTEST_BEGIN = 3;
const MOST_WORDS = 5;
const MOST_TOPICS = 4;

/**
 * @import { Choice, Engine } from "../lunr-shards/engine.js"
 *
 * @typedef {{ words: string[], topics: Choice[] }} NearMiss words, and the themes of practices with them
 */

/** @type {(engine: Engine, query: string, facet: string) => Promise<NearMiss>} */
export async function findNearMiss(engine, query, facet) {
  const words = [...new Set((await Promise.all(analyse(query, manifestOf(engine).stopWords).map((term) => begunAlike(engine, term)))).flat())].slice(0, MOST_WORDS);
  if (!words[0]) return { words, topics: [] };
  const { documents } = await engine.search(words.map((term) => ({ term })));
  const topics = (await engine.facets(documents, [facet])).get(facet) ?? [];
  return { words, topics: topics.slice(0, MOST_TOPICS) };
}

/** @type {(engine: Engine, term: string) => Promise<string[]>} words with the longest beginning that any shares with it */
async function begunAlike(engine, term) {
  for (let length = term.length; length >= Math.max(SHORTEST_BEGIN, term.length / 2); length--) {
    const words = await engine.complete(term.slice(0, length), MOST_WORDS);
    if (words.length) return words;
  }
  return [];
}

export class NearMissList {
  /** @param {HTMLElement} holder @param {ParentNode} templates @param {string} facet of the themes */
  constructor(holder, templates, facet) {
    this.holder = holder;
    this.facet = facet;
    this.makeWord = copier(templates, "word");
  }

  /** @param {string} query @param {NearMiss | undefined} nearMiss nothing when something was found */
  show(query, nearMiss) {
    this.holder.hidden = !nearMiss;
    if (!nearMiss) return;
    const none = /** @type {const} */ ({ query: "", order: "", chosen: new Map() });
    this.#list("words", nearMiss.words.map((word) => [word, { ...none, query: word }]));
    this.#list("topics", nearMiss.topics.map(({ value, label }) => [label, { ...none, chosen: new Map([[this.facet, [value]]]) }]));
    fill(this.holder, "query", query);
    const contact = element(this.holder, "a[data-contact]", HTMLAnchorElement);
    if (contact.protocol === "mailto:") {
      const subject = `Niet gevonden in de catalogus: ${query}`;
      const body = `Ik zocht op “${query}” en vond geen praktijk.\n\nDit zoek ik:\n\n${location.href}`;
      contact.search = `?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
    }
  }

  /** @param {"words" | "topics"} name @param {(readonly [text: string, search: import("./address.js").Search])[]} links */
  #list(name, links) {
    const items = links.map(([text, search]) => {
      const item = this.makeWord();
      const link = element(item, "a", HTMLAnchorElement);
      link.textContent = text;
      link.href = addressOf(search, location.pathname);
      return item;
    });
    fill(this.holder, name, ...items);
    element(this.holder, `[data-near-${name}]`, HTMLElement).hidden = items.length === 0;
  }
}
