/** A search field with a list of suggestions, as the combobox pattern of WAI-ARIA has it. */
import { latestOnly } from "./latest.js";
import { describeSuggestions } from "./messages.js";

/** @typedef {import("./suggest.js").Suggestion} Suggestion */

const PAUSE = 150; // milliseconds of rest in typing after which suggestions follow

/**
 * @typedef {object} Options
 * @property {(text: string) => Promise<Suggestion[]>} suggest
 * @property {(suggestion: Suggestion) => string} addressOf where a suggestion leads to
 * @property {boolean} isAnnounced whether to tell how many there are; not where the page tells what it found
 */

/**
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} input
 * @param {Options} options
 */
export function makeCombobox(form, input, { suggest, addressOf, isAnnounced }) {
  const list = make("ul", "mvo-suggestions mvo-plain-list", { role: "listbox", id: `${input.id}-suggesties`, "aria-label": "Suggesties" });
  const status = make("p", "mvo-visually-hidden", { role: "status" });
  list.hidden = true;
  form.append(list);
  if (isAnnounced) form.append(status);
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
  function choose(place) {
    const suggestion = suggestions[place];
    if (!suggestion) return;
    close();
    location.assign(addressOf(suggestion));
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
      else if (input.value) void open().then(() => list.hidden || move(step));
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault(); // the field would empty itself
      close();
    } else if (event.key === "Enter" && isOpen && active >= 0) {
      event.preventDefault();
      choose(active);
    }
  });
  input.addEventListener("blur", close);
  form.addEventListener("submit", close);
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
  list.addEventListener("click", ({ target }) => {
    const option = target instanceof Element ? target.closest("[role=option]") : null;
    choose([...list.children].indexOf(/** @type {Element} */ (option)));
  });
  if (document.activeElement === input && input.value) void open();
}

/**
 * @param {Suggestion} suggestion
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
