/** Show hits as cards, made from the template in the page. */
import { markTerms } from "./highlight.js";

/**
 * @typedef {import("./find-hits.js").Hit} Hit
 * @typedef {import("./load-catalogue.js").PracticeDocument} PracticeDocument
 */

export class ResultList {
  /**
   * @param {HTMLElement} list
   * @param {HTMLTemplateElement} cardTemplate a card with slots
   * @param {HTMLTemplateElement} markTemplate the element around a word that was searched for
   * @param {string} base the address of the root of the site
   */
  constructor(list, cardTemplate, markTemplate, base) {
    this.list = list;
    this.cardTemplate = cardTemplate;
    this.markTemplate = markTemplate;
    this.base = base;
  }

  /** Take away what is shown. */
  clear() {
    this.list.replaceChildren();
  }

  /**
   * Add hits below what is shown.
   * @param {Hit[]} hits
   * @param {Record<string, PracticeDocument>} documents
   * @returns {HTMLElement | null} the link of the first hit that was added
   */
  append(hits, documents) {
    const cards = this.#cards(hits, documents);
    this.list.append(...cards);
    return cards[0]?.querySelector("a") ?? null;
  }

  /**
   * @param {Hit[]} hits
   * @param {Record<string, PracticeDocument>} documents
   * @returns {Element[]}
   */
  #cards(hits, documents) {
    return hits.flatMap(({ ref, terms }) => {
      const practice = documents[ref];
      return practice ? [this.#card(practice, terms)] : [];
    });
  }

  /**
   * @param {PracticeDocument} practice
   * @param {string[]} terms
   * @returns {Element}
   */
  #card(practice, terms) {
    const element = copyOf(this.cardTemplate);
    const hasAssociation = practice.corporaties.length > 0;
    const slots = {
      title: practice.titel,
      summary: practice.samenvatting,
      evidence: practice.onderbouwing,
      by: (hasAssociation ? practice.corporaties : practice.partners).join(", "),
      with: hasAssociation ? practice.partners.join(", ") : "",
      topics: practice.themas.join(", "),
    };
    for (const [name, text] of Object.entries(slots)) {
      const slot = element.querySelector(`[data-slot="${name}"]`);
      if (text) slot?.replaceChildren(...this.#marked(text, terms));
      else slot?.parentElement?.remove();
    }
    element.querySelector("a")?.setAttribute("href", this.base + practice.pad.slice(1));
    return element;
  }

  /**
   * @param {string} text
   * @param {string[]} terms
   * @returns {(Node | string)[]} the text, the words that were searched for inside the element of the template
   */
  #marked(text, terms) {
    return markTerms(text, terms).map((piece) => {
      if (!piece.marked) return piece.text;
      const element = copyOf(this.markTemplate);
      element.textContent = piece.text;
      return element;
    });
  }
}

/**
 * @param {HTMLTemplateElement} template
 * @returns {Element} a copy of the one element in it
 */
function copyOf(template) {
  return /** @type {Element} */ (/** @type {Element} */ (template.content.firstElementChild).cloneNode(true));
}
