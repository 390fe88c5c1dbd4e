/** The practices that were found as cards, made from the template in the page. */
import { copyTemplate, element, fill, make } from "../lib/dom.js";
import { cutExcerpt, fieldsWith, markTerms } from "./highlight.js";
import { describeFields } from "./messages.js";

/**
 * @import { Engine } from "../lunr-shards/engine.js"
 * @import { Result } from "./find.js"
 * @import { Hit } from "./hits.js"
 *
 * @typedef {readonly (readonly string[])[]} Phrases each the terms that stand together
 *
 * @typedef {object} Shown
 * @property {Engine} engine
 * @property {ArrayLike<number>} documents
 * @property {Hit[]} hits what to show of these documents
 * @property {Result} result what was found, and by which words
 * @property {number} divide from which of these hits on practices have no more than a part of the words; 0 for none
 */

const MOST_NAMES = 3;

/** @param {Shown} shown @param {string} base the address of the root of the site @returns {HTMLElement[]} with a line before those that have a part of the words */
export function makeCards({ engine, documents, hits, result, divide }, base) {
  const phrases = result.words.flat().map(({ terms }) => terms);
  const terms = phrases.flatMap(([term = "", ...others]) => (others[0] ? [] : (result.terms.get(term) ?? [])));
  const cards = hits.map((hit, place) => {
    const card = makeCard(hit, phrases, base);
    const where = element(card, "[data-slot=where]", HTMLElement);
    const document = /** @type {number} */ (documents[place]);
    const parts = phrases[0] && !card.querySelector("mark") ? describeFields(fieldsWith(document, terms, engine.manifest.fields)) : "";
    if (parts) {
      where.textContent = parts;
      void quote(where, engine.texts(document), phrases);
    } else where.remove();
    return card;
  });
  return divide > 0 && divide < cards.length ? [...cards.slice(0, divide), copyTemplate("divide"), ...cards.slice(divide)] : cards;
}

/** @type {(where: HTMLElement, loading: Promise<string[]>, phrases: Phrases) => Promise<void>} the piece of text in which words were found, when it is there */
async function quote(where, loading, phrases) {
  const texts = await loading.catch(() => []);
  const excerpt = texts.map((text) => cutExcerpt(text, phrases)).find(Boolean);
  if (excerpt) where.replaceChildren(...marked(excerpt, phrases));
}

/** @type {(hit: Hit, phrases: Phrases, base: string) => HTMLElement} */
function makeCard(hit, phrases, base) {
  const card = copyTemplate("hit");
  const by = hit.associations.length > 0 ? hit.associations : hit.partners;
  const fillOrRemove = (/** @type {string} */ name, /** @type {(Node | string)[]} */ content) => {
    if (content.length > 0) fill(card, name, ...content);
    else card.querySelector(`[data-slot="${name}"]`)?.parentElement?.remove();
  };
  const searched = { title: hit.title, summary: hit.summary, by: listed(by), with: by === hit.partners ? "" : listed(hit.partners), places: listed(hit.places) };
  for (const [name, text] of Object.entries(searched)) fillOrRemove(name, marked(text, phrases));
  for (const [name, text] of Object.entries({ cost: hit.cost, when: hit.when, material: hit.material })) fillOrRemove(name, text ? [text] : []);
  fill(card, "outcome", hit.outcome);
  fill(card, "topics", hit.topics.join(listMark(hit.topics)));
  fill(card, "topics-name", hit.topics.length > 1 ? "Thema’s" : "Thema");
  fill(card, "evidence", hit.evidence.label);
  fill(card, "rank", hit.evidence.rank > 1 ? ` (${hit.evidence.rank} van 5)` : "");
  card.querySelector("[data-rank]")?.setAttribute("data-rank", `${hit.evidence.rank}`);
  card.querySelector("a")?.setAttribute("href", base + hit.path.slice(1));
  const select = element(card, "[data-select]", HTMLElement);
  select.dataset["select"] = hit.ref;
  element(select, "span", HTMLElement).textContent = hit.title;
  return card;
}

/** @type {(text: string, phrases: Phrases) => (Node | string)[]} with a mark around each word that was searched for */
function marked(text, phrases) {
  return markTerms(text, phrases).map((piece) => (piece.marked ? make("mark", { class: "nl-mark" }, piece.text) : piece.text));
}

/** @param {string[]} names @returns {string} a few of them, and how many more there are */
function listed(names) {
  const more = names.length - MOST_NAMES;
  const shown = names.slice(0, MOST_NAMES);
  return shown.join(listMark(shown)) + (more > 0 ? ` en nog ${more}` : "");
}

/** @param {string[]} names @returns {string} what keeps them apart, also where one of them is a list itself */
function listMark(names) {
  return names.some((name) => name.includes(",")) ? "; " : ", ";
}
