/** Lists in the form: add, remove and number items. */
import { element, onPress } from "../lib/dom.js";
import { splitSteps } from "./steps-text.js";

/** Events on a list when an item was added or removed; `detail` has the item and its name. */
export const ADDED = "mvo-added";
export const REMOVED = "mvo-removed";

/** The placeholder for the number of an item in its template. */
const NUMBER = "__n__";

let made = 0;

/** @param {Element} field @returns {HTMLElement[]} */
export function itemsOf(field) {
  return /** @type {HTMLElement[]} */ ([...(field.querySelector("[data-items]")?.children ?? [])]);
}

/** @param {HTMLElement} field @returns {HTMLElement} the new item, at the end of the list */
export function addItem(field) {
  return /** @type {HTMLElement} */ (addItems(field, 1)[0]);
}

/** @param {HTMLElement} field @param {number} count @returns {HTMLElement[]} the new items, at the end of the list */
function addItems(field, count) {
  const items = Array.from({ length: count }, () => appendItem(field));
  numberItems(field);
  for (const item of items) field.dispatchEvent(new CustomEvent(ADDED, { bubbles: true, detail: { item, name: nameOf(item) } }));
  return items;
}

/** @param {HTMLElement} field @returns {HTMLElement} */
function appendItem(field) {
  const { content } = element(field, "template[data-item-template]", HTMLTemplateElement);
  const item = /** @type {HTMLElement} */ (/** @type {HTMLElement} */ (content.firstElementChild).cloneNode(true));
  made += 1;
  for (const inner of item.querySelectorAll("*")) {
    for (const name of ["id", "for", "name", "aria-describedby"]) {
      const value = inner.getAttribute(name);
      if (value?.includes(NUMBER)) inner.setAttribute(name, value.replaceAll(NUMBER, String(made)));
    }
  }
  field.querySelector("[data-items]")?.append(item);
  return item;
}

/** @param {HTMLElement} field @param {HTMLElement} item */
function removeItem(field, item) {
  const name = nameOf(item);
  const neighbour = item.nextElementSibling ?? item.previousElementSibling;
  item.remove();
  numberItems(field);
  const next = neighbour?.querySelector("[data-control]") ?? field.querySelector("[data-add]");
  if (next instanceof HTMLElement && !next.hidden) next.focus();
  else field.focus();
  field.dispatchEvent(new CustomEvent(REMOVED, { bubbles: true, detail: { item, name } }));
}

/** @param {HTMLElement} field @param {number} count @returns {HTMLElement[]} the new items, which replace all others */
export function setItems(field, count) {
  for (const item of itemsOf(field)) item.remove();
  return addItems(field, count);
}

/** @param {HTMLElement} item @returns {string} "Bron 2" */
function nameOf(item) {
  return item.querySelector("[data-item-name]")?.textContent ?? "";
}

/** @param {HTMLElement} field */
function numberItems(field) {
  itemsOf(field).forEach((item, place) => {
    for (const name of item.querySelectorAll("[data-item-name]")) {
      name.textContent = `${(name.textContent ?? "").replace(/ \d+$/, "")} ${place + 1}`;
    }
  });
}

/** @param {Element} item of a list of lines or steps @returns {HTMLInputElement} */
const lineOf = (item) => /** @type {HTMLInputElement} */ (item.querySelector("[data-control]"));

/** @param {HTMLInputElement | HTMLTextAreaElement} control @param {readonly string[]} lines put in its item and the next ones; empty items are reused */
function spread(control, lines) {
  const field = /** @type {HTMLElement} */ (control.closest(".mvo-repeated"));
  let item = /** @type {Element} */ (control.closest("li"));
  control.value = lines[0] ?? "";
  for (const line of lines.slice(1)) {
    const next = item.nextElementSibling;
    const free = next && !lineOf(next).value ? next : appendItem(field);
    item.after(free);
    lineOf(free).value = line;
    item = free;
  }
  numberItems(field);
  if (lines.length > 1 && document.activeElement === control) lineOf(item).focus();
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** @param {HTMLElement} form in which pasted lines or steps become items */
function startSpreading(form) {
  form.addEventListener("paste", (event) => {
    const { target, clipboardData } = event;
    if (!(target instanceof HTMLInputElement) || !target.closest("[data-kind=texts]")) return;
    const lines = (clipboardData?.getData("text/plain") ?? "").split(/[\r\n]+/).flatMap(splitSteps);
    if (lines.length < 2) return; // paste a single line as usual
    event.preventDefault();
    target.setRangeText(lines[0] ?? "", target.selectionStart ?? 0, target.selectionEnd ?? 0);
    spread(target, [target.value, ...lines.slice(1)]);
  });
  for (const kind of ["input", "change"]) {
    form.addEventListener(kind, (event) => {
      const { target } = event;
      if (!(target instanceof HTMLTextAreaElement) || !target.closest("[data-steps-list]")) return;
      const isTyping = event instanceof InputEvent && (event.data?.length === 1 || /Line|delete|Composition/.test(event.inputType));
      const steps = splitSteps(target.value);
      if (isTyping || (steps.length < 2 && (kind === "input" || steps[0] === target.value.trim()))) return;
      spread(target, steps);
    });
  }
}

/** @type {(form: HTMLElement) => void} handles the buttons that add and remove items, and Enter in a line, which adds the next */
export function startRepeated(form) {
  startSpreading(form);
  const addAndGo = (/** @type {HTMLElement} */ field) => element(addItem(field), "[data-control]", HTMLElement).focus();
  onPress(form, "[data-add], [data-remove]", (button) => {
    const field = /** @type {HTMLElement} */ (button.closest(".mvo-repeated"));
    if (button.matches("[data-add]")) addAndGo(field);
    else removeItem(field, /** @type {HTMLElement} */ (button.closest("[data-items] > li")));
  });
  form.addEventListener("keydown", (event) => {
    const { target } = event;
    if (event.key !== "Enter" || !(target instanceof HTMLInputElement) || !target.value) return;
    const field = target.closest("[data-kind=texts]");
    if (!(field instanceof HTMLElement)) return;
    event.preventDefault(); // adds an item, instead of submitting the step
    addAndGo(field);
  });
}
