/** A field with a list of suggestions, as the combobox pattern of WAI-ARIA has it. */
import { latestOnly } from "./latest.js";
import { describeSuggestions } from "./messages.js";

const PAUSE = 150; // milliseconds of rest in typing after which suggestions follow

/**
 * @typedef {object} Option
 * @property {string} kind what it is, in a word
 * @property {string} text
 */

/**
 * @template {Option} Suggestion
 * @typedef {object} Options
 * @property {(text: string) => Promise<Suggestion[]>} suggest
 * @property {(suggestion: Suggestion) => void} choose
 * @property {boolean} isAnnounced whether to tell how many there are; not where the page tells what it found
 * @property {boolean} [opensEmpty] whether the arrow keys open the list before anything has been typed
 */

/**
 * @template {Option} Suggestion
 * @param {HTMLElement} holder of the field and its list: the search form
 * @param {HTMLInputElement} input
 * @param {Options<Suggestion>} options
 */
export function makeCombobox(holder, input, { suggest, choose, isAnnounced, opensEmpty = false }) {
  const list = make("ul", "mvo-suggestions mvo-plain-list", { role: "listbox", id: `${input.id}-suggesties`, "aria-label": "Suggesties" });
  const status = make("p", "mvo-visually-hidden", { role: "status" });
  list.hidden = true;
  holder.append(list);
  if (isAnnounced) holder.append(status);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) {
    input.setAttribute(name, value);
  }

  const ask = latestOnly(suggest);
  /** @type {Suggestion[]} */
  let suggestions = [];
  let active = -1;
  /** @type {number | undefined} */
  let pause;

  function close() {
    clearTimeout(pause);
    void ask("").catch(() => {}); // what is still under way comes too late
    list.hidden = true;
    status.textContent = "";
    input.setAttribute("aria-expanded", "false");
    activate(-1);
  }

  /** @param {number} place */
  function activate(place) {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = place;
    const option = list.children[active];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  }

  /** Show suggestions for what is in the field; without an answer the search itself still works. */
  async function open() {
    const answer = await ask(input.value).catch(() => []);
    if (!answer || document.activeElement !== input) return;
    suggestions = answer;
    if (suggestions.length === 0) {
      close();
      return;
    }
    activate(-1);
    list.replaceChildren(...suggestions.map((suggestion, place) => makeOption(suggestion, `${list.id}-${place}`)));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    status.textContent = describeSuggestions(suggestions.length);
  }

  /** @param {number} step */
  function move(step) {
    const places = suggestions.length + 1; // one more for the field itself
    activate(((active + 1 + step + places) % places) - 1);
  }

  /** @param {number} place */
  function take(place) {
    const suggestion = suggestions[place];
    if (!suggestion) return;
    close();
    choose(suggestion);
  }

  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => void open(), PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const isOpen = !list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (isOpen) move(step);
      else if (input.value || opensEmpty) void open().then(() => list.hidden || move(step));
    } else if (event.key === "Escape") {
      if (isOpen) event.preventDefault(); // the field would empty itself
      close(); // also what is still under way
    } else if (event.key === "Enter" && isOpen && active >= 0) {
      event.preventDefault();
      take(active);
    }
  });
  input.addEventListener("blur", close);
  holder.addEventListener("submit", close);
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
  list.addEventListener("click", ({ target }) => {
    const option = target instanceof Element ? target.closest("[role=option]") : null;
    take([...list.children].indexOf(/** @type {Element} */ (option)));
  });
  // Letters that came before this script are answered at once, unless the reader turned away by Escape.
  if (document.activeElement === input && input.value && !holder.hasAttribute("data-escaped")) void open();
}

/**
 * @param {Option} option
 * @param {string} id
 * @returns {HTMLElement}
 */
function makeOption({ kind, text }, id) {
  const option = make("li", "mvo-suggestions__option", { role: "option", id, "aria-selected": "false" });
  const words = make("span", "mvo-suggestions__text", {});
  words.textContent = text;
  const note = make("span", "mvo-suggestions__kind", {});
  note.textContent = kind;
  option.append(words, " ", note);
  return option;
}

/**
 * @param {string} tag
 * @param {string} classes
 * @param {Record<string, string>} attributes
 * @returns {HTMLElement}
 */
function make(tag, classes, attributes) {
  const made = document.createElement(tag);
  made.className = classes;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}
