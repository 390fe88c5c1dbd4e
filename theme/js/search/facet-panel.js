/** The filters beside the results: the values of each facet, with the number of practices that each would show. */
import { copyTemplate, element, elements, fill } from "../lib/dom.js";
import { offerReload } from "../lib/renewed.js";
import { countPractices, describeCount } from "./messages.js";

/**
 * @import { Choice } from "../lunr-shards/engine.js"
 * @import { Search } from "./address.js"
 * @import { Result } from "./find.js"
 *
 * @typedef {object} Group
 * @property {string} facet
 * @property {HTMLDetailsElement} details
 * @property {HTMLElement} list
 * @property {HTMLButtonElement} more
 * @property {HTMLElement} failure
 * @property {number} limit the number of values shown
 */

const FIRST = 8;
const STEP = 25;
const WIDE = "(min-width: 60rem)";

export class FacetPanel {
  /**
   * @param {HTMLDetailsElement} panel
   * @param {(facet: string, value: string) => void} onToggle
   * @param {() => void} onDone when the reader closes the filters, on a narrow screen
   */
  constructor(panel, onToggle, onDone) {
    this.panel = panel;
    this.onToggle = onToggle;
    /** @type {{ result: Result, search: Search, labels: ReadonlyMap<string, string> } | undefined} */
    this.shown = undefined;
    /** @type {Group[]} */
    this.groups = elements(panel, "details[data-facet]", HTMLDetailsElement).map((details) => this.#prepare(details));
    const wide = matchMedia(WIDE);
    const fit = () => void (panel.open = wide.matches);
    wide.addEventListener("change", fit);
    element(panel, "[data-done]", HTMLButtonElement).addEventListener("click", () => {
      panel.open = false;
      onDone();
    });
    fit();
  }

  /** @returns {string[]} the names of the facets */
  get names() {
    return this.groups.map(({ facet }) => facet);
  }

  /** @returns {Map<string, string>} the current value for each former `facet/value` */
  get former() {
    const pairs = this.groups.flatMap(({ facet, details }) => (details.dataset["former"]?.split(" ") ?? []).map((pair) => /** @type {const} */ ([facet, pair.split("=")])));
    return new Map(pairs.map(([facet, [before = "", now = ""]]) => [`${facet}/${before}`, now]));
  }

  /** @param {string} facet to unfold */
  openGroup(facet) {
    for (const group of this.groups) if (group.facet === facet) group.details.open = true;
  }

  /** @param {Result} result @param {Search} search @param {ReadonlyMap<string, string>} labels of chosen values, by `facet/value` */
  update(result, search, labels) {
    this.shown = { result, search, labels };
    const count = [...search.chosen.values()].flat().length;
    fill(this.panel, "chosen", count > 0 ? `(${count})` : "");
    fill(this.panel, "done", `Toon ${countPractices(result.documents.length)}`);
    for (const group of this.groups) {
      const chosen = search.chosen.get(group.facet)?.length;
      fill(group.details, "chosen", chosen ? `(${chosen})` : "");
    }
    const open = this.groups.filter(({ details }) => details.open);
    const others = this.panel.querySelector("[data-others]");
    if (others?.querySelector("[data-facet][open], [data-slot=chosen]:not(:empty)")) others.setAttribute("open", "");
    void Promise.all(open.map((group) => this.#refresh(group))).then(() => (this.panel.hidden = false)); // shown when all open groups are filled, so that nothing moves
  }

  /** @param {HTMLDetailsElement} details @returns {Group} */
  #prepare(details) {
    const group = {
      facet: details.dataset.facet ?? "",
      details,
      list: element(details, "[data-choices]", HTMLElement),
      more: element(details, "[data-more]", HTMLButtonElement),
      failure: element(details, "[data-failure]", HTMLElement),
      limit: FIRST,
    };
    details.addEventListener("toggle", () => details.open && void this.#refresh(group));
    element(group.failure, "button", HTMLButtonElement).addEventListener("click", () => void this.#refresh(group));
    group.list.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLInputElement) this.onToggle(group.facet, target.value);
    });
    group.more.addEventListener("click", async () => {
      const next = group.list.children.length;
      group.limit += STEP;
      await this.#refresh(group);
      group.list.children[next]?.querySelector("input")?.focus();
    });
    return group;
  }

  /** @param {Group} group */
  async #refresh(group) {
    const { shown } = this;
    if (!shown) return;
    try {
      const choices = await shown.result.choices(group.facet);
      if (shown !== this.shown) return;
      group.failure.hidden = true;
      this.#show(group, choices, shown.search.chosen.get(group.facet) ?? [], shown.labels);
    } catch (error) {
      console.warn(error);
      const isRenewed = await offerReload(group.failure);
      if (shown === this.shown) group.failure.hidden = isRenewed;
    }
  }

  /** @type {(group: Group, choices: Choice[], chosen: readonly string[], labels: ReadonlyMap<string, string>) => void} */
  #show({ facet, list, more, limit }, choices, chosen, labels) {
    const missing = chosen
      .filter((value) => choices.every((choice) => choice.value !== value))
      .map((value) => ({ value, label: labels.get(`${facet}/${value}`) ?? value, count: 0 }));
    const all = [...choices, ...missing];
    const [first, last] = [all.slice(0, limit), all.slice(limit)];
    const visible = [...first, ...last.filter(({ value }) => chosen.includes(value))];
    const focused = list.contains(document.activeElement) ? /** @type {HTMLInputElement} */ (document.activeElement).value : undefined;
    const items = visible.map((choice) => this.#choice(choice, chosen.includes(choice.value)));
    list.replaceChildren(...items);
    more.hidden = visible.length === all.length;
    fill(more, "more", `Toon nog ${Math.min(STEP, all.length - visible.length)}`);
    list.hidden = all.length === 0;
    fill(list.parentElement ?? list, "none", all.length === 0 ? "Niet te kiezen bij dit resultaat." : "");
    for (const input of list.querySelectorAll("input")) if (input.value === focused) input.focus();
  }

  /** @param {Choice} choice @param {boolean} isChosen @returns {HTMLElement} */
  #choice({ value, label, count }, isChosen) {
    const item = copyTemplate("choice");
    const input = element(item, "input", HTMLInputElement);
    input.value = value;
    input.checked = isChosen;
    fill(item, "label", label);
    fill(item, "count", describeCount(count));
    return item;
  }
}
