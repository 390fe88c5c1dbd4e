/** Read and fill the fields of the form. */
import { element, elements, onPress } from "../lib/dom.js";
import { chosenIn, setChosen } from "./chooser.js";
import { cleanText, isEmpty, isMap } from "./entry-text.js";
import { itemsOf, setItems } from "./repeated.js";
import { readSteps, writeSteps } from "./steps-text.js";

/**
 * @import { Part, Value, Values } from "./entry-text.js"
 * @import { Normaliser } from "./normalise.js"
 * @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control
 */

/** @type {(holder: Element) => HTMLElement[]} its own fields, not the fields inside those */
export function fieldsIn(holder) {
  const owner = holder.closest("[data-field]");
  return elements(holder, "[data-field]", HTMLElement).filter((field) => field.parentElement?.closest("[data-field]") === owner);
}

/** @param {Element} field @returns {Control[]} its inputs */
export function controlsIn(field) {
  return /** @type {Control[]} */ ([...field.querySelectorAll("[data-control]")]);
}

/** @param {Element} field @returns {HTMLInputElement[]} its checkboxes or radio buttons */
const boxesIn = (field) => elements(field, "[data-control]", HTMLInputElement);

/** @param {Element} holder @returns {Values} the values of fields that are not empty */
export function readFields(holder) {
  const pairs = fieldsIn(holder).map((field) => /** @type {const} */ ([field.dataset["field"] ?? "", readField(field)]));
  return Object.fromEntries(pairs.filter(([, value]) => !isEmpty(value)));
}

/** @param {HTMLElement} field @returns {Value} */
function readField(field) {
  switch (field.dataset["kind"]) {
    case "radios":
      return boxesIn(field).find((box) => box.checked)?.value ?? "";
    case "checkboxes":
      return boxesIn(field).filter((box) => box.checked).map((box) => box.value);
    case "reference":
      return chosenIn(field)[0] ?? "";
    case "references":
      return chosenIn(field);
    case "texts":
      return itemsOf(field).flatMap((item) => readControl(item) || []);
    case "groups":
      return itemsOf(field).map(readFields).filter((value) => !isEmpty(value));
    case "group":
      return readGroup(field);
    case "either":
      return isTextForm(field) ? textFormOf(field).value.trim() : readFields(field);
    default:
      return readControl(field);
  }
}

/** @param {HTMLElement} field @returns {Value} its values; only the value of the `plain` field if no other is filled in */
function readGroup(field) {
  const values = readFields(field);
  const plain = field.dataset["plain"] ?? "";
  return Object.keys(values).join() === plain ? (values[plain] ?? "") : values;
}

/** @param {Element} holder @param {Values} values */
export function fillFields(holder, values) {
  for (const field of fieldsIn(holder)) fillField(field, values[field.dataset["field"] ?? ""] ?? "");
}

/** @param {HTMLElement} field @param {Value} value what does not fit the field is left out */
export function fillField(field, value) {
  const list = Array.isArray(value) ? value : [];
  const texts = list.filter((item) => typeof item === "string");
  const text = typeof value === "string" ? value : "";
  const map = isMap(value) ? value : {};
  switch (field.dataset["kind"]) {
    case "radios":
    case "checkboxes":
      for (const box of boxesIn(field)) box.checked = box.value === text || texts.includes(box.value);
      break;
    case "reference":
      setChosen(field, text ? [text] : []);
      break;
    case "references":
      setChosen(field, texts);
      break;
    case "texts":
      setItems(field, texts.length).forEach((item, place) => fillControl(item, texts[place] ?? ""));
      break;
    case "groups": {
      const maps = list.map((item) => (isMap(item) ? item : {}));
      setItems(field, maps.length).forEach((item, place) => fillFields(item, maps[place] ?? {}));
      break;
    }
    case "group":
      fillFields(field, text ? { [field.dataset["plain"] ?? ""]: text } : map);
      break;
    case "either":
      showForm(field, Boolean(text));
      textFormOf(field).value = text;
      fillFields(field, map);
      break;
    default:
      fillControl(field, text);
  }
}

/** @param {HTMLElement} form @returns {Part[]} the parts of the text, in the order of the page */
export function readParts(form) {
  return elements(form, "[data-part]", HTMLElement).map((part) => ({ heading: part.dataset["part"] ?? "", text: readPart(part) }));
}

/** @param {HTMLElement} form @param {readonly Part[]} parts */
export function fillParts(form, parts) {
  for (const part of elements(form, "[data-part]", HTMLElement)) {
    const text = parts.find(({ heading }) => heading === part.dataset["part"])?.text ?? "";
    if ("steps" in part.dataset) fillSteps(part, text);
    else fillControl(part, text);
  }
}

/** @param {HTMLElement} part @returns {string} */
function readPart(part) {
  if (!("steps" in part.dataset) || isWhole(part)) return cleanText(wholeOf(part).value);
  return writeSteps(itemsOf(part).map(readControl), orderedOf(part).checked);
}

/** @param {HTMLElement} part @param {string} text */
function fillSteps(part, text) {
  const read = readSteps(text);
  showWhole(part, read === null);
  wholeOf(part).value = read === null ? text : "";
  const steps = read?.steps ?? [];
  setItems(part, Math.max(steps.length, Number(part.dataset["steps"]))).forEach((item, place) => fillControl(item, steps[place] ?? ""));
  orderedOf(part).checked = read?.isOrdered ?? true;
}

/** @type {(part: HTMLElement) => void} between a field per step and one text field, keeping the text */
function switchSteps(part) {
  const text = readPart(part);
  if (!isWhole(part)) {
    showWhole(part, true);
    wholeOf(part).value = text;
  } else if (readSteps(text)) fillSteps(part, text);
  else fillSteps(part, writeSteps(text.split("\n"), true));
}

/** @param {Element} part @returns {boolean} whether the part is one text field instead of a field per step */
function isWhole(part) {
  return element(part, "[data-steps-list]", HTMLElement).hasAttribute("hidden");
}

/** @param {Element} part @param {boolean} isShown */
function showWhole(part, isShown) {
  if (isWhole(part) === isShown) return;
  element(part, "[data-steps-list]", HTMLElement).hidden = isShown;
  element(part, "[data-steps-text]", HTMLElement).hidden = !isShown;
  const button = element(part, "[data-steps-switch]", HTMLElement);
  [button.textContent, button.dataset["other"]] = [button.dataset["other"] ?? "", button.textContent ?? ""];
}

/** @param {Element} part */
const wholeOf = (part) => element(part, "[data-whole]", HTMLTextAreaElement);

/** @param {Element} part */
const orderedOf = (part) => element(part, "[data-ordered]", HTMLInputElement);

/** @param {Element} holder @returns {string} */
function readControl(holder) {
  return controlsIn(holder)[0]?.value.trim() ?? "";
}

/** @param {Element} holder @param {string} text */
function fillControl(holder, text) {
  const [control] = controlsIn(holder);
  if (!control) return;
  if (control instanceof HTMLSelectElement && text && ![...control.options].some(({ value }) => value === text)) control.add(new Option(text, text));
  control.value = text;
}

/** @param {Element} field @returns {boolean} whether it is filled in as text */
function isTextForm(field) {
  return element(field, "[data-form-choice]:checked", HTMLInputElement).value === "text";
}

/** @param {Element} field */
const textFormOf = (field) => element(field, "[data-text-form]", HTMLInputElement);

/** @type {(field: Element, isText: boolean) => void} */
function showForm(field, isText) {
  for (const choice of elements(field, "[data-form-choice]", HTMLInputElement)) choice.checked = (choice.value === "text") === isText;
  for (const form of elements(field, "[data-form]", HTMLElement)) form.hidden = (form.dataset["form"] === "text") !== isText;
}

/** @type {(form: HTMLElement, reader: Normaliser) => void} handles fields with two forms, the switch between steps and text, and normalised dates and addresses */
export function startFields(form, reader) {
  form.addEventListener("change", ({ target }) => {
    const written = target instanceof HTMLInputElement && target.dataset["meant"] ? target : null;
    const meant = written && reader.read(written.dataset["meant"] ?? "", written.value);
    if (written && meant) {
      written.value = meant;
      written.dispatchEvent(new Event("input", { bubbles: true }));
    }
    const choice = target instanceof HTMLInputElement && target.matches("[data-form-choice]") ? target : null;
    const field = choice?.closest("[data-kind=either]");
    if (!field) return;
    showForm(field, choice?.value === "text");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  onPress(form, "[data-steps-switch]", (button) => {
    const part = /** @type {HTMLElement} */ (button.closest("[data-part]"));
    switchSteps(part);
    part.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
