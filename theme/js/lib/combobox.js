/** A field with a list of suggestions: the combobox pattern of WAI-ARIA. */
import { debounce } from "./debounce.js";
import { make, onPress } from "./dom.js";
import { onlyLatest } from "./only-latest.js";

const PAUSE = 150; // milliseconds without typing after which suggestions are shown

/** @typedef {{ kind: string, text: string }} Option `kind` says what it is, in a word */

/**
 * @template {Option} Suggestion
 * @typedef {object} Options
 * @property {(text: string) => Promise<Suggestion[]>} suggest
 * @property {(suggestion: Suggestion) => void} choose
 * @property {boolean} isAnnounced whether the number of suggestions is announced; not where the page announces results
 * @property {boolean} [opensEmpty] whether a click or the arrow keys open the list of an empty field
 * @property {() => string} [nothing] what the list says without suggestions; by default there is no list then
 */

/** @type {<Kind extends Option>(holder: HTMLElement, input: HTMLInputElement, options: Options<Kind>) => { close: () => void }} */
export function makeCombobox(holder, input, options) {
  const combobox = new Combobox(holder, input, options);
  // What was typed before this script was loaded gets suggestions at once, unless the reader pressed Escape.
  if (document.activeElement === input && input.value && !holder.hasAttribute("data-escaped")) void combobox.open();
  return combobox;
}

/** @template {Option} Suggestion */
class Combobox {
  /** @param {HTMLElement} holder @param {HTMLInputElement} input @param {Options<Suggestion>} options */
  constructor(holder, input, options) {
    this.input = input;
    this.options = options;
    this.list = make("ul", { class: "mvo-combobox mvo-plain-list", role: "listbox", id: `${input.id}-suggesties`, "aria-label": "Suggesties" });
    this.status = make("p", { class: "mvo-visually-hidden", role: "status" });
    this.ask = onlyLatest(options.suggest);
    this.typing = debounce(() => void this.open(), PAUSE);
    /** @type {Suggestion[]} */
    this.suggestions = [];
    this.active = -1;
    this.list.hidden = true;
    holder.append(this.list);
    if (options.isAnnounced) holder.append(this.status);
    const role = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id };
    for (const [name, value] of Object.entries(role)) input.setAttribute(name, value);
    this.#listen(holder);
  }

  /** @param {HTMLElement} holder */
  #listen(holder) {
    const { input, list } = this;
    const close = () => this.close();
    input.addEventListener("input", () => {
      this.#activate(-1); // the active option belonged to the old text
      this.typing.start();
    });
    input.addEventListener("keydown", (event) => this.#onKey(event));
    input.addEventListener("blur", close);
    if (this.options.opensEmpty) input.addEventListener("click", () => input.value || void this.open());
    holder.addEventListener("submit", close);
    list.addEventListener("pointerdown", (event) => event.preventDefault()); // keep the focus in the field
    onPress(list, "[role=option]", (option) => this.#take([...list.children].indexOf(option)));
  }

  /** Show suggestions for the text in the field; if they fail, the field still works. */
  async open() {
    const { input, list } = this;
    const answer = await this.ask(input.value).catch(() => []);
    if (!answer || document.activeElement !== input) return;
    const active = this.suggestions[this.active];
    this.suggestions = answer;
    const nothing = this.options.nothing?.();
    if (answer.length === 0 && !nothing) {
      this.#hide(); // without close(): what was typed meanwhile still gets suggestions
      return;
    }
    list.replaceChildren(...answer.map((suggestion, place) => makeOption(suggestion, `${list.id}-${place}`)));
    if (answer.length === 0) list.append(make("li", { class: "mvo-combobox__option", role: "option", "aria-disabled": "true" }, nothing ?? ""));
    this.#activate(answer.findIndex(({ kind, text }) => kind === active?.kind && text === active.text)); // moved meanwhile
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    this.status.textContent = answer.length === 0 ? (nothing ?? "") : describeSuggestions(answer.length);
  }

  close() {
    this.typing.cancel();
    void this.ask("").catch(() => {}); // drop the answer that is still under way
    this.#hide();
  }

  #hide() {
    this.list.hidden = true;
    this.status.textContent = "";
    this.input.setAttribute("aria-expanded", "false");
    this.#activate(-1);
  }

  /** @param {number} place of the active option; -1 for none */
  #activate(place) {
    const { input, list } = this;
    list.children[this.active]?.setAttribute("aria-selected", "false");
    this.active = place;
    const option = list.children[place];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (event.isComposing) return;
    const isOpen = !this.list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const move = () => this.#activate(nextPlace(this.active, event.key === "ArrowDown" ? 1 : -1, this.suggestions.length));
      if (isOpen) move();
      else if (this.input.value || this.options.opensEmpty) void this.open().then(() => this.list.hidden || move());
    } else if (event.key === "Escape") {
      if (isOpen) event.preventDefault(); // otherwise a search field clears itself
      this.close(); // also drops an answer under way
    } else if (["Home", "End", "ArrowLeft", "ArrowRight"].includes(event.key)) {
      this.#activate(-1); // the cursor moves in the field, and Enter is for its text
    } else if (event.key === "Enter" && isOpen && this.active >= 0) {
      event.preventDefault();
      this.#take(this.active);
    }
  }

  /** @param {number} place */
  #take(place) {
    const suggestion = this.suggestions[place];
    if (!suggestion) return;
    this.close();
    this.options.choose(suggestion);
  }
}

/** @type {(active: number, step: 1 | -1, count: number) => number} in a circle that includes the field itself, which is -1 */
export function nextPlace(active, step, count) {
  const places = count + 1; // one more for the field itself
  return ((active + 1 + step + places) % places) - 1;
}

/** @param {number} count @returns {string} how many suggestions there are */
export function describeSuggestions(count) {
  return count === 1 ? "1 suggestie" : `${count} suggesties`;
}

/** @param {Option} option @param {string} id @returns {HTMLElement} */
function makeOption({ kind, text }, id) {
  return make(
    "li",
    { class: "mvo-combobox__option", role: "option", id, "aria-selected": "false" },
    make("span", { class: "mvo-combobox__text" }, text),
    " ",
    make("span", { class: "mvo-combobox__kind" }, kind),
  );
}
