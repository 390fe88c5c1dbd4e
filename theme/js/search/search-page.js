/** The list of practices: results while typing, filters, the search in the address, and what to do after a failure. */
import { debounce } from "../lib/debounce.js";
import { element, elements, fill } from "../lib/dom.js";
import { onlyLatest } from "../lib/only-latest.js";
import { offerReload } from "../lib/renewed.js";
import { withIndex } from "../lunr-shards/open-index.js";
import { CARDS } from "../selection/store.js";
import { FIRST, addressOf, offerOrders, readSearch, retype, toggle } from "./address.js";
import { showChips } from "./chips.js";
import { FacetPanel } from "./facet-panel.js";
import { find } from "./find.js";
import { loadHits } from "./hits.js";
import { describeFailure, describeMore, describeResult, describeShown } from "./messages.js";
import { findNearMiss, showNearMiss } from "./near-miss.js";
import { findPages, showPages } from "./pages.js";
import { makeCards } from "./result-list.js";

/**
 * @import { Engine } from "../lunr-shards/engine.js"
 * @import { Index } from "../lunr-shards/open-index.js"
 * @import { Offer, Order, Search } from "./address.js"
 * @import { Hit } from "./hits.js"
 * @typedef {Awaited<ReturnType<typeof answer>>} Answer
 */

const PAUSE = 120; // milliseconds without typing after which results are shown
const REST = 500; // milliseconds without changes after which the address follows: Safari allows 100 changes in 30 seconds
const SLOW = 500; // milliseconds after which the page says that it is busy
const PAGE_SIZE = 10;
const TOPICS = "thema";

export class SearchPage {
  /** @param {HTMLElement} root with the form, the filters, the results and their templates @param {Index} index */
  constructor(root, index) {
    this.index = index;
    this.tables = elements(root, "a[data-table]", HTMLAnchorElement);
    this.root = element(root, ".mvo-search", HTMLElement);
    this.form = element(root, "form", HTMLFormElement);
    this.input = element(root, "input[name=q]", HTMLInputElement);
    this.status = element(root, "[data-search-status]", HTMLElement);
    this.literal = element(root, "[data-search-literal]", HTMLElement);
    this.failure = element(root, "[data-search-failure]", HTMLElement);
    this.order = element(root, "[data-search-order]", HTMLSelectElement);
    this.more = element(root, "[data-search-more]", HTMLButtonElement);
    this.chips = element(root, "[data-search-chips]", HTMLElement);
    this.nothing = element(root, "[data-search-nothing]", HTMLElement);
    this.pages = element(root, "[data-search-pages]", HTMLElement);
    this.list = element(root, "[data-search-list]", HTMLElement);
    /** @type {(facet: string, value: string) => Promise<void>} */
    this.choose = (facet, value) => this.go(toggle(this.search, facet, value));
    this.panel = new FacetPanel(element(root, "details[data-facets]", HTMLDetailsElement), this.choose, () => this.#toResults());
    /** The number of practices in the HTML of the page: the first of all. */
    this.initialCount = this.list.children.length;
    this.parts = root.querySelector("[data-search-parts]");
    this.title = document.title;
    this.ask = onlyLatest((/** @type {{ search: Search, count: number }} */ { search, count }) =>
      withIndex(index, (engine) => answer(engine, search, count)),
    );
    this.typing = debounce(() => void this.#typed(), PAUSE);
    this.storing = debounce(() => this.#storeState(), REST);
    this.search = readSearch(location, this.panel.names, this.panel.former);
    /** Whether typing now begins a new history entry. */
    this.isFresh = true;
    /** @type {Answer | undefined} */
    this.answer = undefined;
    this.shown = 0;
  }

  start() {
    this.#listen();
    const { search } = this;
    const scrolled = history.state?.scrolled;
    if (!isEverything(search)) {
      this.list.replaceChildren();
      this.parts?.remove();
      this.status.textContent = "";
      /** @type {HTMLElement} */ (this.order.parentElement).hidden = true;
      showChips(this.chips, search, new Map(), this.choose);
    }
    this.root.dataset["ready"] = "";
    for (const facet of search.chosen.size > 0 ? search.chosen.keys() : search.query ? [] : [TOPICS]) this.panel.openGroup(facet);
    if (search.query || !this.input.value) void this.#readAddress().then(() => scrolled && scrollTo(0, scrolled));
    else void this.#typed(); // typed before the script was loaded
  }

  #listen() {
    this.input.addEventListener("input", () => this.typing.start());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (matchMedia("(pointer: coarse)").matches) this.input.blur(); // hides the on-screen keyboard
      void this.#typed();
      this.#storeState();
      this.isFresh = true;
    });
    this.order.addEventListener("change", () => {
      void this.go({ ...this.search, order: /** @type {Order} */ (this.order.value) });
    });
    element(this.chips, "[data-clear] button", HTMLButtonElement).addEventListener("click", () => void this.go({ ...this.search, chosen: new Map() }).then(() => this.input.focus()));
    element(this.failure, "[data-retry]", HTMLButtonElement).addEventListener("click", () => void this.#run());
    this.more.addEventListener("click", () => void this.#showMore());
    window.addEventListener("popstate", () => void this.#readAddress());
    // Coming back from a practice restores the list as it was.
    history.scrollRestoration = "manual";
    window.addEventListener("pagehide", () => this.#storeState(scrollY));
  }

  /** @param {Search} search that gets a history entry */
  go(search) {
    this.#storeState();
    this.search = search;
    this.isFresh = true;
    history.pushState(null, "", addressOf(search, location.pathname));
    return this.#run();
  }

  /** Search for the text in the field; typing on stays one history entry. */
  #typed() {
    const { search } = this;
    const query = this.input.value.trim();
    if (query !== search.query) {
      const isStep = this.isFresh && (search.query || search.chosen.size > 0);
      this.search = retype(search, query);
      if (isStep) history.pushState(null, "", addressOf(this.search, location.pathname));
      else this.storing.start();
      this.isFresh = false;
    } else if (this.answer?.search === search && this.failure.hidden) {
      this.typing.cancel();
      return undefined;
    }
    return this.#run();
  }

  /** Search for what is in the address, when the page is opened or the reader goes back. */
  #readAddress() {
    this.storing.cancel();
    this.search = readSearch(location, this.panel.names, this.panel.former);
    this.isFresh = true;
    this.input.value = this.search.query;
    return this.#run(history.state?.shown || PAGE_SIZE);
  }

  /** @param {number} [count] how many results to show; the earlier results stay until these are there */
  async #run(count = PAGE_SIZE) {
    const { search, status } = this;
    this.typing.cancel();
    document.title = search.query ? `${search.query} – ${this.title}` : this.title;
    for (const link of this.tables) link.href = addressOf(search, link.pathname);
    const isThere = isEverything(search) && !this.answer && count <= this.initialCount;
    const busy = setTimeout(() => (status.textContent = "De praktijken worden opgehaald …"), this.answer ? 4 * SLOW : SLOW);
    try {
      const next = await this.ask({ search, count: isThere ? 0 : count });
      if (next) this.#show(next, isThere);
    } catch (error) {
      console.warn(error);
      this.index.reopen();
      const { message, advice } = describeFailure(navigator.onLine, this.answer !== undefined);
      status.textContent = message;
      fill(this.failure, "earlier", advice);
      const { answer } = this;
      void offerReload(this.failure).then((isRenewed) => (this.failure.hidden = isRenewed || this.answer !== answer));
    } finally {
      clearTimeout(busy);
    }
  }

  /** @param {Answer} answer @param {boolean} isThere whether the HTML of the page has these results already */
  #show(answer, isThere) {
    const { engine, search, result, labels, nearMiss, first, hits } = answer;
    const { documents, corrections, names } = result;
    this.answer = answer;
    this.failure.hidden = true;
    this.status.textContent = describeResult(search.query, result);
    this.#showLiteral(search, corrections.length > 0);
    if (isThere) this.#setShown(this.initialCount);
    else {
      this.shown = 0;
      this.list.replaceChildren();
      this.#addCards(first, hits);
    }
    this.parts?.remove();
    showPages(this.pages, findPages(engine, search.query), search.query ? names : [], this.form.dataset);
    showChips(this.chips, search, labels, this.choose);
    this.#showOrder(offerOrders(search, documents.length));
    showNearMiss(this.nothing, search.query, TOPICS, nearMiss);
    this.panel.update(result, search, labels);
  }

  /** Scroll to the results and let a screen reader announce them. */
  #toResults() {
    this.status.tabIndex = -1;
    this.status.focus();
    this.status.scrollIntoView();
  }

  /** @param {Search} search @param {boolean} isCorrected Offer to search for the words as they were typed. */
  #showLiteral(search, isCorrected) {
    this.literal.hidden = !isCorrected;
    const link = element(this.literal, "a", HTMLAnchorElement);
    link.textContent = `Zoek toch op “${search.query}”`;
    link.href = addressOf({ ...search, query: `"${search.query.replace(/"/g, "")}"` }, location.pathname);
  }

  /** @type {(documents: Uint32Array, hits: Hit[]) => HTMLElement | undefined} Add the cards of these documents; the first of them is returned. */
  #addCards(documents, hits) {
    const { engine, search, result } = /** @type {Answer} */ (this.answer);
    const divide = result.isDivided && !search.order ? result.complete - this.shown : 0;
    const cards = makeCards({ engine, documents, hits, result, divide }, this.form.dataset.base ?? "/");
    this.list.append(...cards);
    document.dispatchEvent(new CustomEvent(CARDS)); // site.js shows on them what is selected
    this.#setShown(this.shown + hits.length);
    return cards[0];
  }

  /** @param {Offer} offer */
  #showOrder({ orders, chosen, isUseful }) {
    for (const option of this.order.options) {
      option.hidden = !orders.includes(/** @type {Order} */ (option.value));
      option.disabled = option.hidden;
    }
    this.order.value = chosen;
    /** @type {HTMLElement} */ (this.order.parentElement).hidden = !isUseful;
  }

  /** @param {number} shown the number of results shown now */
  #setShown(shown) {
    this.shown = shown;
    const left = (this.answer?.result.documents.length ?? 0) - shown;
    this.more.hidden = left <= 0;
    fill(this.more, "more", describeMore(left, PAGE_SIZE));
    this.storing.start();
  }

  /** @param {number} [scrolled] Store in the history entry how the page is left: the search, the number of results, and the scroll position. */
  #storeState(scrolled) {
    this.storing.cancel();
    history.replaceState({ shown: this.shown, scrolled }, "", this.isFresh ? undefined : addressOf(this.search, location.pathname));
  }

  /** Add results below those shown. */
  async #showMore() {
    if (!this.answer) return;
    const { engine, result } = this.answer;
    try {
      const documents = (await result.first(this.shown + PAGE_SIZE)).subarray(this.shown);
      const hits = await loadHits(engine, documents);
      if (this.answer.result !== result) return;
      const card = this.#addCards(documents, hits);
      this.#storeState();
      this.status.textContent = describeShown(this.shown, result.documents.length);
      card?.querySelector("a")?.focus();
    } catch (error) {
      console.warn(error);
      this.status.textContent = "De volgende praktijken konden niet worden geladen. Probeer het nog eens.";
      void offerReload(this.more.parentElement);
    }
  }
}

/** @type {(search: Search) => boolean} whether it is all practices, in the usual order */
function isEverything({ query, chosen, order }) {
  return !query && chosen.size === 0 && (order === "" || order === FIRST);
}

/** @param {Engine} engine @param {Search} search @param {number} count how many results to show */
async function answer(engine, search, count) {
  const [result, labels] = await Promise.all([find(engine, search), labelsOf(engine, search)]);
  const nearMiss = result.found.length === 0 ? await findNearMiss(engine, search.query, TOPICS) : undefined;
  const first = await result.first(count);
  return { engine, search, result, labels, nearMiss, first, hits: await loadHits(engine, first) };
}

/** @type {(engine: Engine, search: Search) => Promise<Map<string, string>>} the labels of chosen values, by `facet/value` */
async function labelsOf(engine, { chosen }) {
  const pairs = [...chosen].flatMap(([facet, values]) => values.map((value) => `${facet}/${value}`));
  const found = await Promise.all(pairs.map((pair) => engine.values(`${pair}=`)));
  return new Map(pairs.map((pair, place) => [pair, found[place]?.[0]?.label ?? pair]));
}
