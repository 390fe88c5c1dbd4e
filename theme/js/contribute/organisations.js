/** Choose organisations. One without a page gets fields to describe it, or is only named. */
import { element, elements } from "../lib/dom.js";
import { makeFreeSlug, makeSlug } from "../lib/slug.js";
import { addChosen, chosenIn, setChosen, startChooser } from "./chooser.js";
import { controlsIn, fillFields, readFields } from "./fields.js";
import { alsoInvolved, newOrganisation } from "./messages.js";
import { ADDED, addItem, itemsOf, REMOVED } from "./repeated.js";

/**
 * @import { Choice, Suggestion } from "./choices.js"
 * @import { Values } from "./entry-text.js"
 * @import { Organisation } from "./form-store.js"
 * @import { Names } from "./names.js"
 */

/** The field with organisations that have no page yet. */
export const OWN = "nieuw";

/** The lists of organisations, and which organisations without a page belong in them. */
const LISTS = new Map([
  ["corporaties", (/** @type {boolean} */ isAssociation) => isAssociation],
  ["partners", (/** @type {boolean} */ isAssociation) => !isAssociation],
  ["organisaties", () => true],
]);

/** @param {HTMLElement} form */
const ownField = (form) => element(form, `[data-field=${OWN}]`, HTMLElement);

/** @param {HTMLElement} form @returns {Organisation[]} */
export function readOrganisations(form) {
  const own = itemsOf(ownField(form)).map((item) => ({ ...readFields(item), slug: item.dataset["slug"] ?? "" }));
  return own.filter(({ slug }) => slug);
}

/** @param {HTMLElement} form @param {readonly Organisation[]} organisations */
export function fillOrganisations(form, organisations) {
  itemsOf(ownField(form)).forEach((item) => item.remove());
  element(form, "[data-organisations]", HTMLElement).hidden = organisations.length === 0;
  for (const { slug, ...values } of organisations) addOrganisation(form, slug, values);
}

/** @param {HTMLElement} form @param {string} slug @param {Values} values */
function addOrganisation(form, slug, values) {
  const item = addItem(ownField(form));
  item.dataset["slug"] = slug;
  fillFields(item, values);
  element(form, "[data-organisations]", HTMLElement).hidden = false;
}

/** @param {HTMLElement} form @param {string} slug of a removed organisation, which fields no longer choose */
function dropOrganisation(form, slug) {
  for (const field of elements(form, "[data-list]", HTMLElement)) {
    const chosen = chosenIn(field);
    if (chosen.includes(slug)) setChosen(field, chosen.filter((value) => value !== slug));
  }
}

/** @type {(form: HTMLElement, names: Names, announce: (text: string) => void) => void} */
export function startChoosers(form, names, announce) {
  const nameOf = (/** @type {string} */ list, /** @type {string} */ value) => (ownChoices(form, list).find((own) => own.value === value) ?? names.known(list, value))?.text;
  const lists = {
    find: async (/** @type {string} */ list, /** @type {string} */ text) => [...(await names.find(list, text)), ...ownChoices(form, list)],
    nameOf,
    extras: extrasFor,
    take: (/** @type {HTMLElement} */ field, /** @type {Suggestion} */ { action, value }) => (action === "also" ? mention(value) : addNew(field, value)),
  };

  /** @param {string} name of an organisation that is only named */
  function mention(name) {
    const field = element(form, "[data-field=ook_betrokken]", HTMLElement);
    const item = itemsOf(field).find((item) => !controlsIn(item)[0]?.value) ?? addItem(field);
    const [control] = controlsIn(item);
    if (!control) return;
    control.value = name;
    control.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** @param {HTMLElement} field where it was typed @param {string} name */
  function addNew(field, name) {
    const slug = makeFreeSlug(name, (slug) => Boolean(nameOf("organisaties", slug)));
    addOrganisation(form, slug, { naam: name, ...(field.dataset["list"] === "corporaties" ? { soort: "woningcorporatie" } : {}) });
    addChosen(field, slug);
  }

  for (const field of elements(form, "[data-list]", HTMLElement)) startChooser(field, lists, announce);
  form.addEventListener(ADDED, (event) => {
    const { item } = /** @type {CustomEvent} */ (event).detail;
    for (const field of elements(item, "[data-list]", HTMLElement)) startChooser(field, lists, announce);
  });
  form.addEventListener(REMOVED, (event) => {
    const { slug } = /** @type {CustomEvent} */ (event).detail.item.dataset;
    if (slug) dropOrganisation(form, slug);
  });
}

/** @param {HTMLElement} form @param {string} list @returns {Choice[]} the organisations without a page */
function ownChoices(form, list) {
  const belongs = LISTS.get(list);
  if (!belongs) return [];
  return readOrganisations(form)
    .filter(({ soort }) => belongs(soort === "woningcorporatie"))
    .map(({ slug, naam }) => ({ value: slug, text: String(naam ?? slug), kind: newOrganisation("").kind }));
}

/** @param {string} list @param {string} name @returns {Suggestion[]} what one can do with an unknown name */
function extrasFor(list, name) {
  if (!LISTS.has(list) || !makeSlug(name)) return [];
  const extra = { ...newOrganisation(name), value: name, action: "new" };
  return list === "organisaties" ? [extra] : [extra, { ...alsoInvolved(name), value: name, action: "also" }];
}
