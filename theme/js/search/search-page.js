/** The search page: results while typing, the query in the address, and a way on when something fails. */
import { addressWith, queryIn } from "./address.js";
import { findHits } from "./find-hits.js";
import { latestOnly } from "./latest.js";
import { catalogueLoader } from "./load-catalogue.js";
import { describeResult, describeShown } from "./messages.js";
import { ResultList } from "./result-list.js";

const PAUSE = 120; // milliseconds of rest in typing after which the results follow
const PAGE_SIZE = 10;

/** @param {HTMLElement} root the element that holds the form, the results and their templates */
export function startSearch(root) {
  const form = element(root, "form", HTMLFormElement);
  const input = element(root, "input[name=q]", HTMLInputElement);
  const status = element(root, "[data-search-status]", HTMLElement);
  const start = element(root, "[data-search-start]", HTMLElement);
  const failure = element(root, "[data-search-failure]", HTMLElement);
  const retry = element(root, "[data-search-retry]", HTMLButtonElement);
  const more = element(root, "[data-search-more]", HTMLButtonElement);
  const list = new ResultList(
    element(root, "[data-search-list]", HTMLElement),
    element(root, "[data-search-hit]", HTMLTemplateElement),
    element(root, "[data-search-mark]", HTMLTemplateElement),
    root.dataset.base ?? "/",
  );
  const title = document.title;
  const load = catalogueLoader(new URL(root.dataset.manifest ?? "", location.href));

  const search = latestOnly(async (/** @type {string} */ query) => {
    if (!query) return { query, match: /** @type {const} */ ("none"), hits: [], documents: {} };
    const { index, documents } = await load();
    return { query, documents, ...findHits(index, query) };
  });
  /** @type {Awaited<ReturnType<typeof search>>} */
  let result;
  let shown = 0;
  /** @type {number | undefined} */
  let pause;

  /**
   * Search, and keep showing what is there until there is an answer.
   * @param {string} query
   * @param {number} [count] how many results to show
   */
  async function run(query, count = PAGE_SIZE) {
    clearTimeout(pause);
    document.title = query ? `${query} – ${title}` : title;
    if (query) start.hidden = true;
    try {
      const answer = await search(query);
      if (!answer) return;
      result = answer;
      shown = 0;
      failure.hidden = true;
      start.hidden = answer.hits.length > 0;
      status.textContent = query && describeResult(query, answer.match, answer.hits.length);
      list.clear();
      showMore(count);
    } catch (error) {
      console.warn(error);
      status.textContent = "";
      failure.hidden = false;
    }
  }

  /**
   * Add results below those shown.
   * @param {number} count
   * @returns {HTMLElement | null} the first one added
   */
  function showMore(count) {
    if (!result) return null;
    const first = list.append(result.hits.slice(shown, shown + count), result.documents);
    shown = Math.min(shown + count, result.hits.length);
    more.hidden = shown === result.hits.length;
    history.replaceState({ shown }, "", addressWith(location, result.query));
    return first;
  }

  input.addEventListener("focus", () => void load().catch(() => {}), { once: true });
  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => void typed(), PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (matchMedia("(pointer: coarse)").matches) input.blur(); // the keyboard on the screen makes way for the results
    void typed();
  });
  retry.addEventListener("click", () => void typed());
  more.addEventListener("click", () => {
    const first = showMore(PAGE_SIZE);
    status.textContent = describeShown(shown, result?.hits.length ?? 0);
    first?.focus();
  });
  window.addEventListener("popstate", () => void readAddress());

  /** Search for what is in the field and put it in the address. */
  function typed() {
    const query = input.value.trim();
    history.replaceState(null, "", addressWith(location, query));
    return run(query);
  }

  /** Search for what is in the address: the page was opened with it, or the reader came back. */
  function readAddress() {
    input.value = queryIn(location);
    return run(input.value, history.state?.shown);
  }

  if (queryIn(location)) void readAddress();
}

/**
 * @template {Element} Kind
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => Kind} kind
 * @returns {Kind} the one element that the page must have
 */
function element(root, selector, kind) {
  const found = root.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`no ${selector} on this page`);
  return found;
}
