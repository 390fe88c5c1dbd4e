/** Read and fill the form as a whole. */
import { element, elements } from "../lib/dom.js";
import { cleanValues, isEmpty } from "./entry-text.js";
import { pathOf, placeOf, targetOf } from "./errors.js";
import { fieldsIn, fillField, fillParts, readFields, readParts } from "./fields.js";
import { describeLeft } from "./messages.js";
import { fillOrganisations, OWN, readOrganisations } from "./organisations.js";
import { addItem, itemsOf } from "./repeated.js";

/** @import { Content } from "./form-store.js" */

/** @param {HTMLFormElement} form @returns {Content} */
export function readForm(form) {
  const { [OWN]: own, ...values } = readFields(form);
  const left = choosersIn(form).filter(([, { value }]) => value.trim()).map(([path, { value }]) => [path, value.trim()]);
  const notes = notesIn(form).map(({ dataset: { note = "" }, value }) => [note, value.trim()]);
  return {
    values: cleanValues(values),
    parts: readParts(form),
    organisations: readOrganisations(form),
    left: Object.fromEntries(left),
    notes: Object.fromEntries(notes.filter(([, text]) => text)),
  };
}

/** @param {HTMLElement} form @returns {HTMLInputElement[]} the fields for remarks of the sender */
const notesIn = (form) => elements(form, "input[data-note]", HTMLInputElement);

/** @param {HTMLElement} form @returns {[path: string, input: HTMLInputElement][]} the fields with suggestions */
function choosersIn(form) {
  return elements(form, "[data-list]", HTMLElement).map((field) => [pathOf(field).join("/"), element(field, "[data-control]", HTMLInputElement)]);
}

/** @param {HTMLFormElement} form @param {Content} content */
export function fillForm(form, { values, parts, organisations, left = {}, notes = {} }) {
  fillOrganisations(form, organisations ?? []);
  for (const field of fieldsIn(form)) {
    const key = field.dataset["field"] ?? "";
    if (key === OWN) continue;
    fillField(field, values[key] ?? "");
    if (field.closest("[data-more]") && key !== "gepubliceerd" && !isEmpty(values[key])) openMore(field);
  }
  fillParts(form, parts);
  const sources = element(form, "[data-field=bronnen]", HTMLElement);
  if (itemsOf(sources).length === 0) addItem(sources);
  for (const [path, input] of choosersIn(form)) input.value = left[path] ?? "";
  for (const input of notesIn(form)) input.value = notes[input.dataset["note"] ?? ""] ?? "";
}

/** @type {(form: HTMLElement, path: string) => HTMLElement | null} the control to focus for a field ("kosten.klasse"); an empty list gets a first item */
export function findTarget(form, path) {
  const place = path ? placeOf(form, { path: path.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step)), rule: "", message: "" }) : null;
  if (place?.querySelector("[data-items]:empty")) addItem(place);
  return place && targetOf(place);
}

/** @param {Element} field to unfold */
export function openMore(field) {
  const more = field.closest("details");
  if (more) more.open = true;
}

/** @param {HTMLElement} control whose field shows how many characters are left */
export function showRoomLeft(control) {
  const room = control.closest("[data-field]")?.querySelector("[data-count]");
  if (!(room instanceof HTMLElement) || !("value" in control)) return;
  const most = Number(room.dataset["count"]);
  const left = most - [...String(control.value).trim()].length;
  room.hidden = left > most / 3;
  room.textContent = describeLeft(left);
}
