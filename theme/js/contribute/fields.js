/** Reads what stands in the fields of the form, and fills them. */
import { cleanText, isEmpty } from "./entry-text.js";
import { itemsOf, setItems } from "./repeated.js";
import { chosenIn, setChosen } from "./chooser.js";
import { readSteps, writeSteps } from "./steps-text.js";

/**
 * @import { Part, Value, Values } from "./entry-text.js"
 * @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control
 */

/** @type {(holder: Element) => HTMLElement[]} not the fields of these fields */
export function fieldsIn(holder) {
  const owner = holder.closest("[data-field]");
  return /** @type {HTMLElement[]} */ ([...holder.querySelectorAll("[data-field]")]).filter(
    (field) => field.parentElement?.closest("[data-field]") === owner,
  );
}

/** @param {Element} field @returns {Control[]} what people fill in */
export function controlsIn(field) {
  return /** @type {Control[]} */ ([...field.querySelectorAll("[data-control]")]);
}

/** @param {Element} holder @returns {Values} what stands in the fields; nothing of what is empty */
export function readFields(holder) {
  const pairs = fieldsIn(holder).map((field) => /** @type {const} */ ([field.dataset["field"] ?? "", readField(field)]));
  return Object.fromEntries(pairs.filter(([, value]) => !isEmpty(value)));
}

/** @param {HTMLElement} field @returns {Value} */
function readField(field) {
  const [control] = controlsIn(field);
  switch (field.dataset["kind"]) {
    case "radios":
      return controlsIn(field).find((box) => box instanceof HTMLInputElement && box.checked)?.value ?? "";
    case "checkboxes":
      return controlsIn(field).flatMap((box) => (box instanceof HTMLInputElement && box.checked ? [box.value] : []));
    case "reference":
      return chosenIn(field)[0] ?? "";
    case "references":
      return chosenIn(field);
    case "texts":
      return itemsOf(field).flatMap((item) => controlsIn(item)[0]?.value.trim() || []);
    case "groups":
      return itemsOf(field).map(readFields).filter((value) => !isEmpty(value));
    case "group":
      return readFields(field);
    case "either":
      return isTextForm(field) ? textFormOf(field).value.trim() : readFields(field);
    default:
      return control?.value.trim() ?? "";
  }
}

/** @param {Element} holder @param {Values} values */
export function fillFields(holder, values) {
  for (const field of fieldsIn(holder)) fillField(field, values[field.dataset["field"] ?? ""] ?? "");
}

/** @param {HTMLElement} field @param {Value} value what cannot stand in the field is left out */
export function fillField(field, value) {
  const list = Array.isArray(value) ? value : [];
  const texts = list.filter((item) => typeof item === "string");
  const text = typeof value === "string" ? value : "";
  const map = typeof value === "object" && !Array.isArray(value) ? value : {};
  switch (field.dataset["kind"]) {
    case "radios":
    case "checkboxes":
      for (const box of controlsIn(field)) if (box instanceof HTMLInputElement) box.checked = box.value === text || texts.includes(box.value);
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
    case "groups":
      setItems(field, list.length).forEach((item, place) => {
        const inner = list[place];
        fillFields(item, typeof inner === "object" && !Array.isArray(inner) ? inner : {});
      });
      break;
    case "group":
      fillFields(field, map);
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

/** @param {HTMLElement} form @returns {Part[]} the text below the data, in the order of the page */
export function readParts(form) {
  return partsIn(form).map((part) => ({ heading: part.dataset["part"] ?? "", text: readPart(part) }));
}

/** @param {HTMLElement} form @param {readonly Part[]} parts */
export function fillParts(form, parts) {
  for (const part of partsIn(form)) {
    const text = parts.find(({ heading }) => heading === part.dataset["part"])?.text ?? "";
    if (!("steps" in part.dataset)) fillControl(part, text);
    else fillSteps(part, text);
  }
}

/** @param {Element} form @returns {HTMLElement[]} */
function partsIn(form) {
  return [...form.querySelectorAll("[data-part]")].filter((part) => part instanceof HTMLElement);
}

/** @param {HTMLElement} part @returns {string} */
function readPart(part) {
  if (!("steps" in part.dataset) || isWhole(part)) return cleanText(wholeOf(part).value);
  const ordered = part.querySelector("[data-ordered]");
  const steps = itemsOf(part).map((item) => controlsIn(item)[0]?.value ?? "");
  return writeSteps(steps, ordered instanceof HTMLInputElement && ordered.checked);
}

/** @param {HTMLElement} part @param {string} text */
function fillSteps(part, text) {
  const read = readSteps(text);
  showWhole(part, read === null);
  wholeOf(part).value = read === null ? text : "";
  const steps = read?.steps ?? [];
  setItems(part, Math.max(steps.length, Number(part.dataset["steps"]))).forEach((item, place) => fillControl(item, steps[place] ?? ""));
  const ordered = part.querySelector("[data-ordered]");
  if (ordered instanceof HTMLInputElement) ordered.checked = read?.isOrdered ?? true;
}

/** @type {(part: HTMLElement) => void} to a field for each step, or to one text; what was written goes along */
function switchSteps(part) {
  const text = readPart(part);
  if (isWhole(part)) {
    const read = readSteps(text);
    if (read) fillSteps(part, text);
    else {
      showWhole(part, false);
      const lines = cleanText(text).split(/\n+/).filter(Boolean).map((line) => line.replace(/^(?:\d+\.|[-*])\s+/, ""));
      fillSteps(part, writeSteps(lines, true));
    }
  } else {
    showWhole(part, true);
    wholeOf(part).value = text;
  }
}

/** @param {Element} part @returns {boolean} whether the part is one text, and not a field for each step */
function isWhole(part) {
  const list = part.querySelector("[data-steps-list]");
  return list === null || list.hasAttribute("hidden");
}

/** @param {Element} part @param {boolean} isShown */
function showWhole(part, isShown) {
  if (isWhole(part) === isShown) return;
  for (const [name, hidden] of /** @type {[string, boolean][]} */ ([["list", isShown], ["text", !isShown]])) {
    const holder = part.querySelector(`[data-steps-${name}]`);
    if (holder instanceof HTMLElement) holder.hidden = hidden;
  }
  const button = part.querySelector("[data-steps-switch]");
  if (!(button instanceof HTMLElement)) return;
  const words = button.textContent ?? "";
  button.textContent = button.dataset["other"] ?? "";
  button.dataset["other"] = words;
}

/** @param {Element} part @returns {Control} */
function wholeOf(part) {
  return /** @type {Control} */ (part.querySelector("[data-whole]"));
}

/** @param {Element} holder @param {string} text */
function fillControl(holder, text) {
  const [control] = controlsIn(holder);
  if (!control) return;
  if (control instanceof HTMLSelectElement && text && ![...control.options].some(({ value }) => value === text)) control.add(new Option(text, text));
  control.value = text;
}

/** @param {Element} field @returns {boolean} whether the period is given in words */
function isTextForm(field) {
  const chosen = field.querySelector("[data-form-choice]:checked");
  return chosen instanceof HTMLInputElement && chosen.value === "text";
}

/** @param {Element} field @returns {Control} */
function textFormOf(field) {
  return /** @type {Control} */ (field.querySelector("[data-text-form]"));
}

/** @type {(field: Element, isText: boolean) => void} */
function showForm(field, isText) {
  for (const choice of field.querySelectorAll("[data-form-choice]")) {
    if (choice instanceof HTMLInputElement) choice.checked = (choice.value === "text") === isText;
  }
  for (const form of field.querySelectorAll("[data-form]")) {
    if (form instanceof HTMLElement) form.hidden = (form.dataset["form"] === "text") !== isText;
  }
}

/**
 * @type {(form: HTMLElement) => void}
 *   Let a field with two forms show the one that is chosen, and let steps become one text and back.
 */
export function startFields(form) {
  form.addEventListener("change", ({ target }) => {
    const field = target instanceof HTMLInputElement && target.matches("[data-form-choice]") ? target.closest("[data-kind=either]") : null;
    if (!field) return;
    showForm(field, /** @type {HTMLInputElement} */ (target).value === "text");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  form.addEventListener("click", ({ target }) => {
    const part = target instanceof Element && target.closest("[data-steps-switch]") ? target.closest("[data-part]") : null;
    if (!(part instanceof HTMLElement)) return;
    switchSteps(part);
    part.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
