/** The search page: results while typing, filters, the question in the address, and a way on when something fails. */
import { loadFit } from "../fit/start.js";
import { addressOf, readQuestion, toggle } from "./address.js";
import { copier, element, fill } from "../lib/dom.js";
import { FacetPanel } from "./facet-panel.js";
import { find } from "./find.js";
import { loadHits } from "./hits.js";
import { onlyLatest } from "../lib/only-latest.js";
import { readStored, whenStoredChanges } from "../lib/storage.js";
import { describeResult, describeShown } from "./messages.js";
import { findNearMiss } from "./near-miss.js";
import { withIndex } from "../lunr-shards/open-index.js";
import { ResultList } from "./result-list.js";

/** @typedef {import("./address.js").Question} Question */

const PAUSE = 120; // milliseconds of rest in typing after which the results follow
const SLOW = 500; // milliseconds without results after which the page says that it is busy
const PAGE_SIZE = 10;
const TOPICS = "thema";

/**
 * @param {HTMLElement} root the element that holds the form, the filters, the results and their templates
 * @param {import("../lunr-shards/open-index.js").Index} index
 */
export function startSearch(root, index) {
  const form = element(root, "form", HTMLFormElement);
  const input = element(root, "input[name=q]", HTMLInputElement);
  const status = element(root, "[data-search-status]", HTMLElement);
  const nothing = element(root, "[data-search-nothing]", HTMLElement);
  const failure = element(root, "[data-search-failure]", HTMLElement);
  const chips = element(root, "[data-search-chips]", HTMLElement);
  const order = element(root, "[data-search-order]", HTMLSelectElement);
  const more = element(root, "[data-search-more]", HTMLButtonElement);
  const list = new ResultList(element(root, "[data-search-list]", HTMLElement), root, form.dataset.base ?? "/");
  const panel = new FacetPanel(element(root, "details[data-facets]", HTMLDetailsElement), root, (facet, value) => choose(facet, value));
  const makeChip = copier(root, "chip");
  const makeWord = copier(root, "word");
  const title = document.title;

  let question = readQuestion(location, panel.names);
  /** Whether the next letter begins another search, which Back undoes as a whole. */
  let isFresh = true;
  /** @type {number | undefined} */
  let pause;
  /** @type {Awaited<ReturnType<typeof ask>>} */
  let answer;
  let shown = 0;

  const ask = onlyLatest((/** @type {{ question: Question, count: number }} */ { question, count }) =>
    withIndex(index, async (engine) => {
      const fit = readStored("profiel") === null ? undefined : await (await loadFit())?.openOwnFit(engine);
      const [result, labels] = await Promise.all([find(engine, question, fit), labelsOf(engine, question)]);
      const nearMiss = result.found.length === 0 ? await findNearMiss(engine, question.query, TOPICS) : undefined;
      const first = await result.first(count);
      return { engine, question, fit, result, labels, nearMiss, first, hits: await loadHits(engine, first) };
    }),
  );

  /**
   * Search, and keep showing what is there until there is an answer.
   * @param {number} [count] how many results to show
   */
  async function run(count = PAGE_SIZE) {
    clearTimeout(pause);
    document.title = question.query ? `${question.query} – ${title}` : title;
    const busy = setTimeout(() => (status.textContent = "De praktijken worden opgehaald …"), answer ? 4 * SLOW : SLOW);
    try {
      const next = await ask({ question, count });
      if (!next) return;
      answer = next;
      show(next);
    } catch (error) {
      console.warn(error);
      index.reopen();
      status.textContent = navigator.onLine ? "De zoeklijst kon niet worden geladen." : "U hebt geen verbinding, en dit is nog niet bewaard.";
      fill(failure, "earlier", answer ? "Wat hieronder staat, is van de vorige zoekvraag." : "Kijk of u verbinding hebt.");
      failure.hidden = false;
    } finally {
      clearTimeout(busy);
    }
  }

  /** @param {NonNullable<typeof answer>} answer */
  function show({ engine, question, fit, result, labels, nearMiss, first, hits }) {
    const { documents, found, terms, note } = result;
    failure.hidden = true;
    status.textContent = describeResult(question.query, documents.length, found.length, note);
    list.replace({ engine, fit, documents: first, hits, terms });
    shown = hits.length;
    showMoreButton();
    showChips(question, labels);
    showOrder(question, fit !== undefined, documents.length);
    nothing.hidden = !nearMiss;
    if (nearMiss) showNearMiss(question.query, nearMiss);
    panel.update(result, question, labels);
  }

  /**
   * Offer the orders that make a difference.
   * @param {Question} question
   * @param {boolean} canFit whether the reader told what would suit
   * @param {number} count how many are shown
   */
  function showOrder(question, canFit, count) {
    for (const option of order.options) {
      option.hidden = (option.value === "" && !question.query) || (option.value === "past" && !canFit);
      option.disabled = option.hidden;
    }
    order.value = question.order === "past" && canFit ? "past" : question.query ? question.order.replace("past", "") : "nieuwste";
    /** @type {HTMLElement} */ (order.parentElement).hidden = count < 2 || !(question.query || canFit);
  }

  function showMoreButton() {
    more.hidden = shown >= (answer?.result.documents.length ?? 0);
    history.replaceState({ ...history.state, shown }, "");
  }

  /**
   * @param {Question} question
   * @param {ReadonlyMap<string, string>} labels
   */
  function showChips({ chosen }, labels) {
    const items = [...chosen].flatMap(([facet, values]) =>
      values.map((value) => {
        const chip = makeChip();
        fill(chip, "label", labels.get(`${facet}/${value}`) ?? value);
        chip.querySelector("button")?.addEventListener("click", () => {
          const place = items.indexOf(chip);
          void choose(facet, value).then(() => chips.querySelectorAll("button")[place]?.focus() ?? focusChips());
        });
        return chip;
      }),
    );
    const all = element(chips, "[data-clear]", HTMLElement);
    element(chips, "[data-chips]", HTMLElement).replaceChildren(...items, all);
    all.hidden = items.length < 2;
    chips.hidden = items.length === 0;
  }

  /** Where the keyboard goes when the chip that it was on is gone. */
  function focusChips() {
    const last = [...chips.querySelectorAll("button")].filter((button) => button.offsetParent).at(-1);
    (last ?? input).focus();
  }

  /**
   * @param {string} query
   * @param {import("./near-miss.js").NearMiss} nearMiss
   */
  function showNearMiss(query, { words, topics }) {
    const links = (/** @type {(readonly [string, Question])[]} */ items) =>
      items.map(([text, question]) => {
        const item = makeWord();
        const link = element(item, "a", HTMLAnchorElement);
        link.textContent = text;
        link.href = addressOf(question, location.pathname);
        return item;
      });
    const none = /** @type {const} */ ({ query: "", order: "", chosen: new Map() });
    const wordItems = links(words.map((word) => [word, { ...none, query: word }]));
    const topicItems = links(topics.map(({ value, label }) => [label, { ...none, chosen: new Map([[TOPICS, [value]]]) }]));
    fill(nothing, "words", ...wordItems);
    fill(nothing, "topics", ...topicItems);
    for (const [name, items] of /** @type {const} */ ([["near-words", wordItems], ["near-topics", topicItems]])) {
      element(nothing, `[data-${name}]`, HTMLElement).hidden = items.length === 0;
    }
    fill(nothing, "query", query);
    const contact = element(nothing, "a[data-contact]", HTMLAnchorElement);
    if (contact.protocol === "mailto:") {
      const subject = `Niet gevonden in de catalogus: ${query}`;
      const body = `Ik zocht op “${query}” en vond geen praktijk.\n\nDit zoek ik:\n\n${location.href}`;
      contact.search = `?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
    }
  }

  /**
   * Ask another question, which gets an address of its own.
   * @param {Question} next
   */
  function go(next) {
    question = next;
    isFresh = true;
    history.pushState(null, "", addressOf(question, location.pathname));
    return run();
  }

  /** @type {(facet: string, value: string) => Promise<void>} */
  function choose(facet, value) {
    return go(toggle(question, facet, value));
  }

  /** Search for what is in the field; a word that grows stays one step back in the history. */
  function typed() {
    clearTimeout(pause);
    const query = input.value.trim();
    if (query !== question.query) {
      const isNewStep = isFresh && (question.query || question.chosen.size > 0);
      question = { ...question, query, order: question.order === "nieuwste" && !query ? "" : question.order };
      const address = addressOf(question, location.pathname);
      if (isNewStep) history.pushState(null, "", address);
      else history.replaceState(null, "", address);
      isFresh = false;
    } else if (answer?.question === question && failure.hidden) return undefined;
    return run();
  }

  /** Search for what is in the address: the page was opened with it, or the reader came back. */
  function readAddress() {
    question = readQuestion(location, panel.names);
    isFresh = true;
    input.value = question.query;
    return run(history.state?.shown || PAGE_SIZE);
  }

  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => void typed(), PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (matchMedia("(pointer: coarse)").matches) input.blur(); // the keyboard on the screen makes way for the results
    void typed();
    isFresh = true;
  });
  order.addEventListener("change", () => void go({ ...question, order: /** @type {import("./address.js").Order} */ (order.value) }));
  element(chips, "[data-clear] button", HTMLButtonElement).addEventListener("click", () => {
    void go({ ...question, chosen: new Map() }).then(() => input.focus());
  });
  element(failure, "[data-retry]", HTMLButtonElement).addEventListener("click", () => void run());
  more.addEventListener("click", () => void showMore());
  window.addEventListener("popstate", () => void readAddress());
  whenStoredChanges("profiel", () => void run(shown || PAGE_SIZE));

  /** Add results below those shown. */
  async function showMore() {
    if (!answer) return;
    const { engine, fit, result } = answer;
    try {
      const documents = (await result.first(shown + PAGE_SIZE)).subarray(shown);
      const hits = await loadHits(engine, documents);
      if (answer.result !== result) return;
      const first = list.append({ engine, fit, documents, hits, terms: result.terms });
      shown += hits.length;
      showMoreButton();
      status.textContent = describeShown(shown, result.documents.length);
      first?.focus();
    } catch (error) {
      console.warn(error);
      status.textContent = "De volgende praktijken konden niet worden geladen. Probeer het nog eens.";
    }
  }

  // Who comes back from a practice finds the list as it was left.
  history.scrollRestoration = "manual";
  window.addEventListener("pagehide", () => history.replaceState({ ...history.state, scrolled: scrollY }, ""));
  const scrolled = history.state?.scrolled;

  for (const facet of question.chosen.size > 0 ? question.chosen.keys() : question.query ? [] : [TOPICS]) panel.openGroup(facet);
  if (question.query || !input.value) void readAddress().then(() => scrolled && scrollTo(0, scrolled));
  else void typed(); // typed before the script was there
}

/**
 * @param {import("../lunr-shards/engine.js").Engine} engine
 * @param {Question} question
 * @returns {Promise<Map<string, string>>} the words for the chosen values, by `facet/value`
 */
async function labelsOf(engine, { chosen }) {
  const pairs = [...chosen].flatMap(([facet, values]) => values.map((value) => `${facet}/${value}`));
  const found = await Promise.all(pairs.map((pair) => engine.values(`${pair}=`)));
  return new Map(pairs.map((pair, place) => [pair, found[place]?.[0]?.label ?? pair]));
}
