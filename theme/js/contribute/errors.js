/** Show problems beside their fields, and together at the top of the step. */
import { copyTemplate, element, elements, fill } from "../lib/dom.js";
import { fieldsIn } from "./fields.js";
import { itemsOf } from "./repeated.js";

/** @import { Problem } from "./check.js" */

/** @type {(form: HTMLElement, problem: Problem) => HTMLElement | null} the field, item or part of the text that it is about */
export function placeOf(form, { path }) {
  const [first] = path;
  if (typeof first === "string" && first.startsWith("#")) {
    return elements(form, "[data-part]", HTMLElement).find((part) => part.dataset["part"] === first.slice(1)) ?? null;
  }
  /** @type {HTMLElement | null} */
  let place = null;
  for (const step of path) {
    /** @type {HTMLElement | null | undefined} */
    const inner = typeof step === "number" ? place && itemsOf(place)[step] : fieldsIn(place ?? form).find((field) => field.dataset["field"] === step);
    if (!inner) break;
    place = inner;
  }
  return place;
}

/** @param {Element} field @returns {import("./check.js").Path} its path in the values: the inverse of `placeOf` */
export function pathOf(field) {
  const path = [];
  for (let place = /** @type {Element | null | undefined} */ (field); place; place = place.parentElement?.closest("[data-field], [data-items] > li")) {
    path.unshift(place.getAttribute("data-field") ?? [...(place.parentElement?.children ?? [])].indexOf(place));
  }
  return path;
}

/** @param {HTMLElement} place @returns {HTMLElement} the control to focus, or the group itself */
export function targetOf(place) {
  if (place.matches("fieldset") && !place.matches("[data-kind=either], [data-kind=group]")) {
    const first = place.querySelector("[data-items] [data-control], input[type=radio], input[type=checkbox]");
    const hidden = first?.closest("[hidden]") ?? null; // its whole step may be hidden, which will be shown then
    return first instanceof HTMLElement && !(hidden && place.contains(hidden)) ? first : place;
  }
  const control = [...place.querySelectorAll("[data-control]")].find((control) => !control.closest("[data-form][hidden]"));
  return control instanceof HTMLElement ? control : place;
}

/** @param {HTMLElement} form @param {readonly Problem[]} problems @returns {Problem[]} in the order of the form */
export function inOrder(form, problems) {
  const places = [...form.querySelectorAll("[data-field], [data-part], [data-items] > li")];
  const ranked = problems.map((problem) => ({ problem, rank: places.indexOf(/** @type {Element} */ (placeOf(form, problem))) }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ problem }) => problem);
}

/** @type {(form: HTMLElement, problems: readonly Problem[]) => void} */
export function showErrors(form, problems) {
  /** @type {Map<Element, string>} */
  const wanted = new Map();
  for (const problem of problems) {
    const slot = placeOf(form, problem)?.querySelector("[data-error]");
    if (slot && !wanted.has(slot)) wanted.set(slot, problem.message);
  }
  for (const slot of elements(form, "[data-error]", HTMLElement)) showError(slot, wanted.get(slot) ?? "");
}

/** @param {HTMLElement} slot @param {string} message */
function showError(slot, message) {
  if (slot.textContent === message) return;
  slot.textContent = message;
  slot.hidden = !message;
  const place = slot.closest("li, .mvo-field");
  if (!(place instanceof HTMLElement)) return;
  place.classList.toggle("mvo-field--invalid", Boolean(message));
  const isGroup = place.matches("fieldset");
  const bearer = isGroup ? place : targetOf(place);
  if (message && !isGroup) bearer.setAttribute("aria-invalid", "true");
  else bearer.removeAttribute("aria-invalid");
  const described = (bearer.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && id !== slot.id);
  const ids = message ? [slot.id, ...described] : described;
  if (ids.length) bearer.setAttribute("aria-describedby", ids.join(" "));
  else bearer.removeAttribute("aria-describedby");
}

/**
 * @param {HTMLElement} holder with a list of links in its slot "problems"; hidden without problems
 * @param {readonly Problem[]} problems
 * @param {HTMLElement} form
 * @param {(target: HTMLElement) => void} goTo
 */
export function listProblems(holder, problems, form, goTo) {
  const items = problems.map((problem) => {
    const item = copyTemplate("problem");
    const link = element(item, "a", HTMLAnchorElement);
    const place = placeOf(form, problem);
    const target = place && targetOf(place);
    link.textContent = problem.message;
    link.href = `#${target?.id ?? ""}`;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      if (target) goTo(target);
    });
    return item;
  });
  fill(holder, "problems", ...items);
  holder.hidden = problems.length === 0;
}
