/** Pages above the hits: of the themes and organisations that a query names, and about the catalogue itself. */
import { copier, element, fill } from "../lib/dom.js";
import { analyse } from "./analysis.js";
import { manifestOf } from "./hits.js";

const MOST = 3;
const SHORTEST_BEGIN = 3;
const LEAST = 2;

/**
 * @import { Engine } from "../lunr-shards/engine.js"
 * @import { Name } from "./names.js"
 * @typedef {{ path: string, title: string }} Page its path is from the root of the site
 */

/** @type {(engine: Engine, query: string) => Page[]} those that have a word with the beginning of each term, or else of most, two at least */
export function findPages(engine, query) {
  const { pages, stopWords } = manifestOf(engine);
  const terms = analyse(query, stopWords);
  const has = (/** @type {string} */ words, /** @type {string} */ term) => ` ${words} `.includes(term.length < SHORTEST_BEGIN ? ` ${term} ` : ` ${term}`);
  const counted = pages.map((page) => ({ page, count: terms.filter((term) => has(page[2], term)).length }));
  const best = Math.max(...counted.map(({ count }) => count), 0);
  const isEnough = best > 0 && (best === terms.length || (best >= LEAST && 2 * best >= terms.length));
  const found = isEnough ? counted.filter(({ count }) => count === best).map(({ page }) => page) : [];
  return found.slice(0, MOST).map(([path, title]) => ({ path, title }));
}

const KINDS = new Map([["thema", "Thema"], ["corporatie", "Corporatie"], ["partner", "Partner"]]);
const MOST_NAMES = 2;

export class PageList {
  /** @param {HTMLElement} holder @param {ParentNode} templates @param {DOMStringMap} paths the root of the site, and where themes and organisations are, with a star for the name in the address */
  constructor(holder, templates, { base = "/", topicPath = "", partnerPath = "" }) {
    this.holder = holder;
    this.base = base;
    this.paths = { topicPath, partnerPath };
    this.makeLink = copier(templates, "word");
    this.makeName = copier(templates, "name");
  }

  /** @param {Page[]} pages @param {Name[]} names */
  show(pages, names) {
    const items = pages.map(({ path, title }) => this.#link(this.makeLink(), title, path));
    fill(this.holder, "pages", ...items);
    fill(this.holder, "names", ...names.slice(0, MOST_NAMES).map((name) => this.#name(name)));
    this.holder.hidden = items.length + names.length === 0;
    element(this.holder, "[data-about]", HTMLElement).hidden = items.length === 0;
  }

  /** @param {Name} name @returns {HTMLElement} its page, and what one does there */
  #name({ facet, value, label }) {
    const path = (facet === "thema" ? this.paths.topicPath : this.paths.partnerPath).replace("*", value);
    const item = this.#link(this.makeName(), label, path);
    fill(item, "kind", KINDS.get(facet) ?? "");
    const letter = element(item, "[data-letter]", HTMLAnchorElement);
    if (facet === "partner") letter.href = `${this.base}${path.slice(1)}#benaderen`;
    else letter.remove();
    return item;
  }

  /** @type {(item: HTMLElement, text: string, path: string) => HTMLElement} */
  #link(item, text, path) {
    Object.assign(element(item, "a", HTMLAnchorElement), { textContent: text, href: this.base + path.slice(1) });
    return item;
  }
}
