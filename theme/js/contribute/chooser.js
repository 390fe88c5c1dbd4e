/** A field with suggestions; the chosen values are shown below it, each with a button to remove it. */
import { makeCombobox } from "../lib/combobox.js";
import { copyTemplate, element, elements, fill, onPress } from "../lib/dom.js";
import { readChoices, suggestChoices } from "./choices.js";
import { NO_NAMES, NOTHING, TYPE_NAME } from "./messages.js";

/**
 * @import { Choice, Suggestion } from "./choices.js"
 *
 * @typedef {object} Lists
 * @property {(list: string, text: string) => Promise<Choice[]>} find the choices of a list near a text, including those that the editor added
 * @property {(list: string, value: string) => string | undefined} nameOf a value, if known
 * @property {(list: string, name: string) => Suggestion[]} extras what one can do with an unknown name
 * @property {(field: HTMLElement, suggestion: Suggestion) => void} take does what an extra offers
 */

/** @type {WeakMap<Element, Record<"show" | "add", (values: readonly string[]) => void>>} by the field */
const choosers = new WeakMap();

/** @param {Element} field @returns {string[]} the chosen values */
export function chosenIn(field) {
  return elements(field, "[data-chosen] > *", HTMLElement).map((chip) => chip.dataset["value"] ?? "");
}

/** @param {Element} field @param {readonly string[]} values */
export function setChosen(field, values) {
  choosers.get(field)?.show(values);
}

/** @param {Element} field @param {string} value */
export function addChosen(field, value) {
  choosers.get(field)?.add([value]);
}

/** @param {HTMLElement} field @param {Lists} lists @param {(words: string) => void} announce */
export function startChooser(field, lists, announce) {
  const input = element(field, "[data-control]", HTMLInputElement);
  const chosen = element(field, "[data-chosen]", HTMLElement);
  const list = field.dataset["list"] ?? "";
  const isSingle = field.dataset["kind"] === "reference";

  /** @param {readonly string[]} values */
  const show = (values) => showChips(chosen, values, list, lists);
  /** @param {readonly string[]} values */
  const change = (values) => {
    show(values);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  /** @param {readonly string[]} values */
  const add = (values) => change([...new Set([...(isSingle ? [] : chosenIn(field)), ...values])]);
  choosers.set(field, { show, add });

  let nothing = "";
  const combobox = makeCombobox(element(field, "[data-combobox]", HTMLElement), input, {
    suggest: async (text) => {
      nothing = NO_NAMES;
      const [choices, present] = [await lists.find(list, text), new Set(chosenIn(field))];
      nothing = text.trim() || choices.length ? NOTHING : TYPE_NAME;
      return suggestChoices(choices.filter(({ value }) => !present.has(value)), text, lists.extras(list, text.trim()));
    },
    choose: (suggestion) => {
      input.value = "";
      if (suggestion.action) lists.take(field, suggestion);
      else add([suggestion.value]);
      announce(`${suggestion.text} gekozen`);
    },
    isAnnounced: true,
    opensEmpty: true,
    nothing: () => nothing,
  });

  let left = "";
  /** Choose what has exactly the name that was typed; any other text stays, and is an error. */
  const takeTyped = async () => {
    const typed = input.value;
    const found = await readChoices((text) => lists.find(list, text), typed, isSingle).catch(() => []);
    if (input.value !== typed) return;
    if (found.length) {
      input.value = "";
      combobox.close();
      add(found.map(({ value }) => value));
      announce(`${found.map(({ text }) => text).join(", ")} gekozen`);
    } else if (input.value || left) field.dispatchEvent(new Event("input", { bubbles: true }));
    left = input.value;
  };
  input.addEventListener("blur", () => void takeTyped());
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      if (!event.defaultPrevented) void takeTyped();
      event.preventDefault(); // chooses, instead of submitting the step
    }
    if (event.key !== "Backspace" || input.value) return;
    const last = chosen.lastElementChild;
    if (last instanceof HTMLElement) removeChip(last);
  });
  onPress(chosen, "[data-value]", removeChip);

  /** @param {HTMLElement} chip */
  function removeChip(chip) {
    const place = [...chosen.children].indexOf(chip);
    const name = chip.querySelector("[data-slot=name]")?.textContent ?? "";
    const hadFocus = document.activeElement === chip;
    change(chosenIn(field).filter((value) => value !== chip.dataset["value"]));
    const left = elements(chosen, ":scope > *", HTMLElement);
    if (hadFocus) (left[place] ?? left.at(-1) ?? input).focus();
    announce(`${name} weggehaald`);
  }
}

/** @type {(chosen: HTMLElement, values: readonly string[], list: string, lists: Lists) => void} a chip has its value until the name is loaded */
function showChips(chosen, values, list, lists) {
  const chips = values.map((value) => {
    const chip = copyTemplate("chip");
    chip.dataset["value"] = value;
    return chip;
  });
  const nameChips = () => values.forEach((value, place) => fill(/** @type {HTMLElement} */ (chips[place]), "name", lists.nameOf(list, value) ?? value));
  nameChips();
  chosen.replaceChildren(...chips);
  chosen.hidden = chips.length === 0;
  const unnamed = values.filter((value) => !lists.nameOf(list, value));
  Promise.all(unnamed.map((value) => lists.find(list, value))).then(nameChips, () => {});
}
