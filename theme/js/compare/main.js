/** The page that puts practices beside each other. Its address says which, in which order, and what is shown. */
import { copyText } from "../lib/clipboard.js";
import { element, fill, make } from "../lib/dom.js";
import { onlyLatest } from "../lib/only-latest.js";
import { LIMIT, cleanSlugs, compareAddress, readSelection, whenSelectionChanges, writeSelection } from "../selection/store.js";
import { makeLoader } from "./load.js";
import { compare } from "./rows.js";
import { drawTable } from "./table.js";

const ONLY = "alleen"; // in the address: what is shown
const DIFFERENCES = "verschillen";

const root = document.querySelector("[data-module=compare]");
if (root instanceof HTMLElement) start(root);

/** @param {HTMLElement} root */
function start(root) {
  const { practiceData = "", improve = "", siteName = "" } = root.dataset;
  const status = element(root, "[data-status]", HTMLElement);
  const problems = element(root, "[data-problems]", HTMLElement);
  const problemList = element(root, "[data-problem-list]", HTMLElement);
  const empty = element(root, "[data-empty]", HTMLElement);
  const one = element(root, "[data-one]", HTMLElement);
  const shared = element(root, "[data-shared]", HTMLElement);
  const bar = element(root, "[data-bar]", HTMLElement);
  const only = element(root, "[data-only]", HTMLInputElement);
  const mail = element(root, "a[data-mail]", HTMLAnchorElement);
  const place = element(root, "[data-table]", HTMLElement);
  const copied = element(root, "[data-copied]", HTMLElement);
  const load = onlyLatest(makeLoader(practiceData));
  const title = document.title;
  const heading = element(root, "h1", HTMLElement);
  heading.tabIndex = -1; // where the keyboard goes when the button that it was on is gone

  /** @type {string[]} */
  let slugs = [];

  /** Read the address; without practices in it, it becomes that of the reader's own selection. */
  function readAddress() {
    const parameters = new URLSearchParams(location.search);
    const asked = (parameters.get("p") ?? "").split(",").map((slug) => slug.trim()).filter(Boolean);
    only.checked = parameters.get(ONLY) === DIFFERENCES;
    slugs = cleanSlugs(asked);
    const dropped = asked.filter((slug, place) => asked.indexOf(slug) === place && !slugs.includes(slug));
    if (asked.length === 0 && readSelection().length > 0) {
      slugs = readSelection();
      history.replaceState({ isOwn: true }, "", addressOf());
    }
    return show(dropped);
  }

  function addressOf() {
    const address = compareAddress(location.pathname, slugs);
    return only.checked && slugs.length > 0 ? `${address}&${ONLY}=${DIFFERENCES}` : address;
  }

  /** @param {readonly string[]} [dropped] what the address asks for and cannot be shown */
  async function show(dropped = []) {
    if (!place.hasChildNodes()) status.textContent = slugs.length > 0 ? "De praktijken worden opgehaald …" : "";
    const loaded = await load(slugs);
    if (!loaded) return;
    const practices = loaded.flatMap((answer) => (answer.state === "found" ? [answer.data] : []));
    const missing = slugs.filter((_, at) => loaded[at]?.state === "missing");
    const failed = slugs.filter((_, at) => loaded[at]?.state === "failed");
    showProblems(missing, failed, dropped);

    empty.hidden = practices.length > 0 || missing.length + failed.length + dropped.length > 0;
    one.hidden = practices.length !== 1;
    bar.hidden = practices.length < 2;
    const comparison = compare(practices);
    place.replaceChildren(...(practices.length > 0 ? [drawTable(practices, comparison, improve)] : []));
    place.tabIndex = practices.length > 0 ? 0 : -1;
    showUnknown(practices.length > 0 ? comparison.unknown : []);
    showOnly();
    showShared();

    const names = practices.map(({ titel }) => titel);
    status.textContent = names.length > 1 ? describe(comparison, names.length) : "";
    document.title = names.length > 0 ? `${names.length === 1 ? "1 praktijk" : `${names.length} praktijken`} vergelijken | ${siteName}` : title;
    const body = ["Deze praktijken staan hier naast elkaar:", "", ...names.map((name) => `- ${name}`), "", location.href].join("\r\n");
    mail.href = `mailto:?subject=${encodeURIComponent(`Praktijken vergelijken: ${siteName}`)}&body=${encodeURIComponent(body)}`;
    copied.textContent = "";
  }

  /**
   * @param {readonly string[]} missing
   * @param {readonly string[]} failed
   * @param {readonly string[]} dropped
   */
  function showProblems(missing, failed, dropped) {
    const unreadable = dropped.filter((slug) => cleanSlugs([slug]).length === 0);
    const items = [
      ...[...missing, ...unreadable].map((slug) => `De praktijk ‘${slug}’ staat niet of niet meer in de catalogus.`),
      ...(dropped.length > unreadable.length ? [`Er passen ${LIMIT} praktijken naast elkaar. De rest staat er niet bij.`] : []),
      ...failed.map((slug) => `De praktijk ‘${slug}’ kon niet worden geladen. Kijk of u verbinding hebt.`),
    ];
    problems.hidden = items.length === 0;
    problemList.replaceChildren(...items.map((text) => make("li", {}, text)));
    element(problems, "[data-retry]", HTMLElement).hidden = failed.length === 0;
    element(problems, "[data-tidy]", HTMLElement).hidden = missing.length + dropped.length === 0;
  }

  /** @param {readonly string[]} names */
  function showUnknown(names) {
    const unknown = element(root, "[data-unknown]", HTMLElement);
    unknown.hidden = names.length === 0;
    fill(unknown, "unknown", names.map((name, at) => (at === 0 ? name : name.charAt(0).toLowerCase() + name.slice(1))).join(", "));
  }

  /** Show the rows that the reader wants to see, and the groups that have any. */
  function showOnly() {
    for (const row of place.querySelectorAll("[data-status=same]")) if (row instanceof HTMLElement) row.hidden = only.checked;
    for (const group of place.querySelectorAll(".mvo-compare__group")) {
      if (group instanceof HTMLElement) group.hidden = !group.querySelector("[data-status]:not([hidden])");
    }
  }

  /** Who got this comparison from somebody else can keep it. */
  function showShared() {
    const own = readSelection();
    shared.hidden = slugs.length === 0 || isSame(own, slugs);
    element(shared, "[data-instead]", HTMLElement).hidden = own.length === 0;
  }

  /**
   * Show other practices, or in another order; where it was the reader's own selection, that changes along.
   * @param {string[]} next
   * @param {boolean} [isOwn]
   */
  function go(next, isOwn = isSame(readSelection(), slugs)) {
    slugs = next;
    if (isOwn) writeSelection(slugs);
    document.dispatchEvent(new CustomEvent("mvo:cards"));
    history.pushState({ isOwn }, "", addressOf());
    return show();
  }

  root.addEventListener("click", async ({ target }) => {
    const button = target instanceof Element ? target.closest("button") : null;
    if (!button) return;
    const { action, slug = "" } = button.dataset;
    const at = slugs.indexOf(slug);
    if (action === "remove") {
      const name = nameOf(slug);
      await go(slugs.filter((other) => other !== slug));
      status.textContent = `Weggehaald: ${name}. ${status.textContent}`;
      const next = place.querySelectorAll("[data-action=remove]")[Math.min(at, slugs.length - 1)];
      if (next instanceof HTMLElement) next.focus();
      else heading.focus();
    } else if (action === "left" || action === "right") {
      const name = nameOf(slug);
      const step = action === "left" ? -1 : 1;
      // The neighbour is the next one that is shown, also when one that is missing stands between.
      const shown = [...place.querySelectorAll("[data-column]")].map((column) => column.getAttribute("data-column") ?? "");
      const other = shown[shown.indexOf(slug) + step];
      if (!other) return;
      const order = slugs.map((one) => (one === slug ? other : one === other ? slug : one));
      await go(order);
      status.textContent = `${name} staat nu op plaats ${shown.indexOf(slug) + step + 1} van ${shown.length}.`;
      const again = place.querySelector(`[data-action=${action}][data-slug="${slug}"]:not(:disabled)`) ?? place.querySelector(`[data-slug="${slug}"]:not(:disabled)`);
      if (again instanceof HTMLElement) again.focus();
    } else if (button.matches("[data-retry]")) {
      await show();
      heading.focus();
    } else if (button.matches("[data-tidy]")) {
      const shown = new Set([...place.querySelectorAll("[data-column]")].map((column) => column.getAttribute("data-column")));
      await go(slugs.filter((one) => shown.has(one)));
      heading.focus();
    } else if (button.matches("[data-print]")) window.print();
    else if (button.matches("[data-copy]")) {
      const isCopied = await copyText(location.href);
      copied.textContent = isCopied ? "Gekopieerd." : "Kopiëren lukt niet. Kopieer het adres boven in uw browser.";
    } else if (button.matches("[data-keep]")) {
      const isKept = writeSelection(slugs);
      document.dispatchEvent(new CustomEvent("mvo:cards"));
      showShared();
      status.textContent = isKept ? "Dit is nu uw selectie." : "Uw browser bewaart niets. Bewaar het adres van deze pagina.";
      heading.focus();
    }
  });
  only.addEventListener("change", () => {
    history.pushState(history.state, "", addressOf());
    showOnly();
    const hidden = place.querySelectorAll("[data-status=same]").length;
    status.textContent = only.checked ? `${hidden === 1 ? "1 rij die gelijk is, is" : `${hidden} rijen die gelijk zijn, zijn`} verborgen.` : "Alle rijen zijn te zien.";
  });
  addEventListener("popstate", ({ state }) => {
    void readAddress();
    if (state?.isOwn) {
      writeSelection(slugs);
      document.dispatchEvent(new CustomEvent("mvo:cards"));
      showShared();
    }
  });
  whenSelectionChanges(showShared);
  void readAddress();
  history.replaceState({ isOwn: isSame(readSelection(), slugs) }, "");

  /** @param {string} slug */
  function nameOf(slug) {
    return place.querySelector(`[data-column="${slug}"] a`)?.textContent ?? slug;
  }
}

/**
 * @param {import("./rows.js").Comparison} comparison
 * @param {number} count
 * @returns {string}
 */
function describe({ groups }, count) {
  const judged = groups.flatMap(({ rows }) => rows).filter(({ status }) => status !== "text");
  const differing = judged.filter(({ status }) => status === "differs").length;
  return `${count} praktijken naast elkaar. ${differing === 1 ? "1 rij verschilt" : `${differing} rijen verschillen`}.`;
}

/**
 * @param {readonly string[]} some
 * @param {readonly string[]} others
 * @returns {boolean} whether they are the same in the same order
 */
function isSame(some, others) {
  return some.length === others.length && some.every((one, at) => one === others[at]);
}
