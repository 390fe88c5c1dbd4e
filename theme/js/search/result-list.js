/** Show hits as cards, made from the template in the page. */
import { CARDS } from "../selection/store.js";
import { copier, element, fill } from "../lib/dom.js";
import { cutExcerpt, fieldsWith } from "./excerpt.js";
import { markTerms } from "./highlight.js";
import { describeFields } from "./messages.js";

/**
 * @typedef {import("./hits.js").Hit} Hit
 *
 * @typedef {object} Answer
 * @property {import("../lunr-shards/engine.js").Engine} engine
 * @property {ArrayLike<number>} documents
 * @property {Hit[]} hits what to show of these documents
 * @property {import("./find.js").Result} result what was found, and by which words
 * @property {number} [divide] from which of these hits on practices have no more than a part of the words
 */

const MOST_NAMES = 3;

export class ResultList {
  /** @param {HTMLElement} list @param {ParentNode} templates @param {string} base the address of the root of the site */
  constructor(list, templates, base) {
    this.list = list;
    this.makeCard = copier(templates, "hit");
    this.makeMark = copier(templates, "mark");
    this.makeLine = copier(templates, "divide");
    this.base = base;
  }

  /** @returns {number} how many practices there are */
  get count() {
    return this.list.children.length;
  }

  clear() {
    this.list.replaceChildren();
  }

  /** @type {(answer: Answer) => void} */
  replace(answer) {
    this.list.replaceChildren(...this.#cards(answer));
    tellOfCards();
  }

  /** @type {(answer: Answer) => HTMLElement | null} the link of the first one */
  append(answer) {
    const cards = this.#cards(answer);
    this.list.append(...cards);
    tellOfCards();
    return cards[0]?.querySelector("a") ?? null;
  }

  /** @param {Answer} answer @returns {HTMLElement[]} */
  #cards({ engine, documents, hits, result, divide = 0 }) {
    const phrases = result.words.flat().map(({ terms }) => terms);
    const terms = phrases.flatMap(([term = "", ...others]) => (others[0] ? [] : (result.terms.get(term) ?? [])));
    const cards = hits.map((hit, place) => {
      const card = this.#card(hit, phrases);
      const where = element(card, "[data-slot=where]", HTMLElement);
      const document = /** @type {number} */ (documents[place]);
      const parts = phrases[0] && !card.querySelector("mark") ? describeFields(fieldsWith(document, terms, engine.manifest.fields)) : "";
      if (parts) {
        where.textContent = parts;
        void this.#quote(where, engine.texts(document), phrases);
      } else where.remove();
      return card;
    });
    return divide > 0 && divide < cards.length ? [...cards.slice(0, divide), this.makeLine(), ...cards.slice(divide)] : cards;
  }

  /** @type {(where: HTMLElement, loading: Promise<string[]>, phrases: (readonly string[])[]) => Promise<void>} when it is there */
  async #quote(where, loading, phrases) {
    const texts = await loading.catch(() => []);
    const excerpt = texts.map((text) => cutExcerpt(text, phrases)).find(Boolean);
    if (excerpt) where.replaceChildren(...this.#marked(excerpt, phrases));
  }

  /** @param {Hit} hit @param {(readonly string[])[]} phrases @returns {HTMLElement} */
  #card(hit, phrases) {
    const card = this.makeCard();
    const by = hit.associations.length > 0 ? hit.associations : hit.partners;
    const slots = {
      title: hit.title,
      summary: hit.summary,
      by: listed(by),
      with: by === hit.partners ? "" : listed(hit.partners),
      places: listed(hit.places),
    };
    for (const [name, text] of Object.entries({ cost: hit.cost, when: hit.when, material: hit.material })) {
      if (text) fill(card, name, text);
      else card.querySelector(`[data-slot="${name}"]`)?.parentElement?.remove();
    }
    for (const [name, text] of Object.entries(slots)) {
      if (text) fill(card, name, ...this.#marked(text, phrases));
      else card.querySelector(`[data-slot="${name}"]`)?.parentElement?.remove();
    }
    fill(card, "outcome", hit.outcome);
    fill(card, "topics", hit.topics.join(listMark(hit.topics)));
    fill(card, "topics-name", hit.topics.length > 1 ? "Thema’s" : "Thema");
    fill(card, "evidence", hit.evidence.label);
    fill(card, "rank", hit.evidence.rank > 1 ? ` (${hit.evidence.rank} van 5)` : "");
    card.querySelector("[data-rank]")?.setAttribute("data-rank", `${hit.evidence.rank}`);
    card.querySelector("a")?.setAttribute("href", this.base + hit.path.slice(1));
    const select = element(card, "[data-select]", HTMLElement);
    select.dataset["select"] = hit.ref;
    element(select, "span", HTMLElement).textContent = hit.title;
    return card;
  }

  /** @type {(text: string, phrases: (readonly string[])[]) => (Node | string)[]} */
  #marked(text, phrases) {
    return markTerms(text, phrases).map((piece) => {
      if (!piece.marked) return piece.text;
      const mark = this.makeMark();
      mark.textContent = piece.text;
      return mark;
    });
  }
}

/** What is shown on cards from the reader's browser (site.js) is shown on these too. */
function tellOfCards() {
  document.dispatchEvent(new CustomEvent(CARDS));
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
