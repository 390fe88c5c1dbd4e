/** Pages about the catalogue itself: found by the words of their title and headings, and named beside the practices. */
import { copier, element, fill } from "../lib/dom.js";
import { analyse } from "./analysis.js";
import { manifestOf } from "./hits.js";

const MOST = 3;
const SHORTEST_BEGIN = 3;

/**
 * @import { Engine } from "../lunr-shards/engine.js"
 * @typedef {{ path: string, title: string }} Page its path is from the root of the site
 */

/** @type {(engine: Engine, query: string) => Page[]} those that have a word with the beginning of each term */
export function findPages(engine, query) {
  const { pages, stopWords } = manifestOf(engine);
  const terms = analyse(query, stopWords);
  const has = (/** @type {string} */ words, /** @type {string} */ term) => ` ${words} `.includes(term.length < SHORTEST_BEGIN ? ` ${term} ` : ` ${term}`);
  const found = terms.length ? pages.filter(([, , words]) => terms.every((term) => has(words, term))) : [];
  return found.slice(0, MOST).map(([path, title]) => ({ path, title }));
}

export class PageList {
  /** @param {HTMLElement} holder @param {ParentNode} templates @param {string} base the address of the root of the site */
  constructor(holder, templates, base) {
    this.holder = holder;
    this.base = base;
    this.makeLink = copier(templates, "word");
  }

  /** @param {Page[]} pages */
  show(pages) {
    this.holder.hidden = pages.length === 0;
    const items = pages.map(({ path, title }) => {
      const item = this.makeLink();
      Object.assign(element(item, "a", HTMLAnchorElement), { textContent: title, href: this.base + path.slice(1) });
      return item;
    });
    fill(this.holder, "pages", ...items);
  }
}
