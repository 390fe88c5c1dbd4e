/** Links above the results: to the themes and organisations that a query names, and to pages about the catalogue. */
import { copyTemplate, element, fill } from "../lib/dom.js";
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

/** @type {(engine: Engine, query: string) => Page[]} those with a word that begins with each term; or with at least half of the terms, and at least two */
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

/**
 * @param {HTMLElement} holder
 * @param {Page[]} pages
 * @param {Name[]} names
 * @param {DOMStringMap} paths the root of the site, and where themes and organisations are, with a star for the name in the address
 */
export function showPages(holder, pages, names, { base = "/", topicPath = "", partnerPath = "" }) {
  const link = (/** @type {HTMLElement} */ item, /** @type {string} */ text, /** @type {string} */ path) => {
    Object.assign(element(item, "a", HTMLAnchorElement), { textContent: text, href: base + path.slice(1) });
    return item;
  };
  const named = names.slice(0, MOST_NAMES).map(({ facet, value, label }) => {
    const path = (facet === "thema" ? topicPath : partnerPath).replace("*", value);
    const item = link(copyTemplate("name"), label, path);
    fill(item, "kind", KINDS.get(facet) ?? "");
    const letter = element(item, "[data-letter]", HTMLAnchorElement);
    if (facet === "partner") letter.href = `${base}${path.slice(1)}#benaderen`;
    else letter.remove();
    return item;
  });
  fill(holder, "pages", ...pages.map(({ path, title }) => link(copyTemplate("word"), title, path)));
  fill(holder, "names", ...named);
  holder.hidden = pages.length + names.length === 0;
  element(holder, "[data-about]", HTMLElement).hidden = pages.length === 0;
}
