/** The page that compares practices. Its address says which, in which order, and which rows are shown. */
import { copyText } from "../lib/clipboard.js";
import { localDay } from "../lib/days.js";
import { element, elements, fill, make, onPress } from "../lib/dom.js";
import { onlyLatest } from "../lib/only-latest.js";
import { offerReload } from "../lib/renewed.js";
import { lower } from "../lib/text.js";
import { savePaper } from "../papers/files.js";
import { CARDS, readSelection, whenSelectionChanges, writeSelection } from "../selection/store.js";
import { currentSlugs, describeComparison, describeProblems, describeSame, isSame, mailComparison, moveSlug, readAddress, writeAddress } from "./comparison.js";
import { makeLoader } from "./load.js";
import { makeComparison } from "./paper.js";
import { compare } from "./rows.js";
import { makeTable } from "./table.js";

class ComparePage {
  /** @type {import("../practice-data.js").Practice[]} what is shown */
  practices = [];
  /** @type {string[]} */
  slugs = [];

  /** @param {HTMLElement} root */
  constructor(root) {
    const { practiceData = "", improve = "", siteName = "" } = root.dataset;
    const part = (/** @type {string} */ name) => element(root, `[data-${name}]`, HTMLElement);
    this.names = { improve, site: siteName, title: document.title };
    this.load = onlyLatest(makeLoader(practiceData));
    this.part = part;
    this.status = part("status");
    this.table = part("table");
    this.only = element(root, "[data-only]", HTMLInputElement);
    this.heading = element(root, "h1", HTMLElement);
    this.heading.tabIndex = -1; // gets the focus when the focused button is gone
  }

  /** @param {string} name of a part of the page @param {boolean} isShown */
  #show(name, isShown) {
    this.part(name).hidden = !isShown;
  }

  /** Read the address; one without practices becomes that of the reader's own selection. */
  readAddress() {
    const { slugs, dropped, onlyDifferences } = readAddress(location.search);
    this.only.checked = onlyDifferences;
    const isOwn = slugs.length + dropped.length === 0 && readSelection().length > 0;
    this.slugs = isOwn ? readSelection() : slugs;
    if (isOwn) history.replaceState({ isOwn: true }, "", this.address());
    return this.show(dropped);
  }

  address() {
    return writeAddress(location.pathname, this.slugs, this.only.checked);
  }

  /** Whether the reader's own selection is shown. */
  isOwn() {
    return isSame(readSelection(), this.slugs);
  }

  /** @param {readonly string[]} [dropped] slugs in the address that cannot be shown @returns {Promise<void>} */
  async show(dropped = []) {
    const { slugs, status, table } = this;
    if (!table.hasChildNodes()) status.textContent = slugs.length > 0 ? "De praktijken worden opgehaald …" : "";
    const loaded = await this.load(slugs);
    if (!loaded) return;
    this.#rename(currentSlugs(slugs, loaded));
    if (!isSame(this.slugs, slugs)) return this.show(dropped);
    const practices = loaded.flatMap((answer) => (answer.state === "found" ? [answer.data] : []));
    const [missing, failed] = ["missing", "failed"].map((state) => slugs.filter((_, at) => loaded[at]?.state === state));
    this.#showProblems(missing ?? [], failed ?? [], dropped);
    this.#show("empty", loaded.length + dropped.length === 0);
    this.#show("one", practices.length === 1);
    this.#show("bar", practices.length > 1);

    const comparison = compare(practices);
    this.practices = practices;
    table.replaceChildren(...(practices.length > 0 ? [makeTable(practices, comparison, this.names.improve)] : []));
    table.tabIndex = practices.length > 0 ? 0 : -1;
    const unknown = practices.length > 0 ? comparison.unknown : [];
    this.#show("unknown", unknown.length > 0);
    fill(this.part("unknown"), "unknown", unknown.map((name, at) => (at === 0 ? name : lower(name))).join(", "));
    this.#showRows();
    this.showShared();

    const titles = practices.map(({ titel }) => titel);
    const count = titles.length === 1 ? "1 praktijk" : `${titles.length} praktijken`;
    status.textContent = describeComparison(titles.length);
    document.title = titles.length > 0 ? `${count} vergelijken | ${this.names.site}` : this.names.title;
    this.part("mail").setAttribute("href", mailComparison(titles, location.href, this.names.site));
    this.part("copied").textContent = "";
  }

  /** @param {string[]} slugs the current slugs of what is shown; a link or selection may have former ones */
  #rename(slugs) {
    if (isSame(slugs, this.slugs)) return;
    const isOwn = this.isOwn();
    this.slugs = slugs;
    if (isOwn) this.#select();
    history.replaceState(history.state, "", this.address());
  }

  /** @param {string[]} missing @param {string[]} failed @param {readonly string[]} dropped */
  #showProblems(missing, failed, dropped) {
    const items = describeProblems(missing, failed, dropped).map((text) => make("li", {}, text));
    this.#show("problems", items.length > 0);
    this.part("problem-list").replaceChildren(...items);
    this.#show("retry", failed.length > 0);
    if (failed.length > 0) void offerReload(this.part("problems")).then((isRenewed) => isRenewed && this.#showProblems(missing, [], dropped));
    this.#show("tidy", missing.length + dropped.length > 0);
  }

  /** @returns {HTMLElement[]} the rows without a difference */
  #equalRows() {
    return elements(this.table, "[data-status=same], [data-status=partly]", HTMLElement);
  }

  /** Show the rows that the reader wants to see, and the groups that have such rows. */
  #showRows() {
    this.table.toggleAttribute("data-different", this.only.checked);
    for (const row of this.#equalRows()) row.hidden = this.only.checked;
    for (const group of elements(this.table, ".mvo-compare__group", HTMLElement)) group.hidden = !group.querySelector("[data-status]:not([hidden])");
  }

  /** Offer to make a shared comparison the reader's own selection. */
  showShared() {
    this.#show("shared", this.slugs.length > 0 && !this.isOwn());
    this.#show("instead", readSelection().length > 0);
  }

  /** Show only the rows with differences, or all rows. */
  switchRows() {
    history.pushState(history.state, "", this.address());
    this.#showRows();
    this.status.textContent = describeSame(this.only.checked, this.#equalRows().length);
  }

  /** @param {{ isOwn?: boolean } | null} state of the history entry that the reader goes back to */
  goBack(state) {
    void this.readAddress();
    if (!state?.isOwn) return;
    this.#select();
    this.showShared();
  }

  /** Make what is shown the reader's own selection. @returns {boolean} whether the browser stored it */
  #select() {
    const isStored = writeSelection(this.slugs);
    document.dispatchEvent(new CustomEvent(CARDS));
    return isStored;
  }

  /** @param {string[]} slugs to compare now; the reader's own selection follows, if that was shown */
  #go(slugs) {
    const isOwn = this.isOwn();
    this.slugs = slugs;
    if (isOwn) this.#select();
    history.pushState({ isOwn }, "", this.address());
    return this.show();
  }

  /** @param {HTMLElement} button */
  async press(button) {
    const { action, slug = "" } = button.dataset;
    if (action === "remove") await this.#remove(slug);
    else if (action === "left") await this.#move(slug, -1, action);
    else if (action === "right") await this.#move(slug, 1, action);
    else if (button.matches(".mvo-compare__fold")) this.#fold(button);
    else if (button.matches("[data-take]")) this.part("copied").textContent = savePaper(makeComparison(this.practices, { source: location.href, day: localDay(), site: this.names.site }), button.dataset["take"] ?? "");
    else if (button.matches("[data-copy]")) {
      this.part("copied").textContent = (await copyText(location.href)) ? "Gekopieerd." : "Kopiëren lukt niet. Kopieer het adres boven in uw browser.";
    } else if (button.matches("[data-retry], [data-tidy], [data-keep]")) {
      if (button.matches("[data-retry]")) await this.show();
      else if (button.matches("[data-tidy]")) await this.#go(this.slugs.filter((one) => this.#columns().includes(one)));
      else this.#keep();
      this.heading.focus();
    }
  }

  /** @param {HTMLElement} button that folds or unfolds its group, on narrow screens */
  #fold(button) {
    const isFolded = button.closest("tbody")?.toggleAttribute("data-folded") ?? false;
    button.setAttribute("aria-expanded", `${!isFolded}`);
  }

  #keep() {
    const isStored = this.#select();
    this.showShared();
    this.status.textContent = isStored ? "Dit is nu uw selectie." : "Uw browser bewaart niets. Bewaar het adres van deze pagina.";
  }

  /** @param {string} slug */
  async #remove(slug) {
    const [name, at] = [this.#nameOf(slug), this.slugs.indexOf(slug)];
    await this.#go(this.slugs.filter((other) => other !== slug));
    this.status.textContent = `Weggehaald: ${name}. ${this.status.textContent}`;
    const buttons = elements(this.table, "[data-action=remove]", HTMLElement);
    (buttons[Math.min(at, this.slugs.length - 1)] ?? this.heading).focus();
  }

  /** @param {string} slug @param {1 | -1} step @param {string} action of the button that was pressed, which keeps the focus */
  async #move(slug, step, action) {
    const [name, shown] = [this.#nameOf(slug), this.#columns()];
    const order = moveSlug(this.slugs, shown, slug, step);
    if (!order) return;
    await this.#go(order);
    this.status.textContent = `${name} staat nu op plaats ${shown.indexOf(slug) + step + 1} van ${shown.length}.`;
    const buttons = elements(this.table, `[data-slug="${slug}"]:not(:disabled)`, HTMLElement);
    (buttons.find((button) => button.dataset["action"] === action) ?? buttons[0])?.focus();
  }

  /** @returns {string[]} the slugs of the practices that have a column */
  #columns() {
    return elements(this.table, "[data-column]", HTMLElement).map((column) => column.dataset["column"] ?? "");
  }

  /** @param {string} slug */
  #nameOf(slug) {
    return this.table.querySelector(`[data-column="${slug}"] a`)?.textContent ?? slug;
  }
}

const root = document.querySelector("[data-module=compare]");
if (root instanceof HTMLElement) start(root);

/** @param {HTMLElement} root */
function start(root) {
  const page = new ComparePage(root);
  onPress(root, "button", (button) => void page.press(button));
  page.only.addEventListener("change", () => page.switchRows());
  addEventListener("popstate", ({ state }) => page.goBack(state));
  whenSelectionChanges(() => page.showShared());
  void page.readAddress();
  history.replaceState({ isOwn: page.isOwn() }, "");
}
