/**
 * The form for a practice: loads its data and connects its parts.
 *
 * Two large parts are scripts of their own: `read-entry.js`, loaded to improve a practice, and `markdown.js`, loaded when the form
 * is shown.
 */
import { localDay } from "../lib/days.js";
import { element, elements, fill } from "../lib/dom.js";
import { load } from "../lib/load.js";
import { offerReload } from "../lib/renewed.js";
import { makeSlug } from "../lib/slug.js";
import { addChosen } from "./chooser.js";
import { findExact } from "./choices.js";
import { openDraft } from "./draft.js";
import { startDraft } from "./draft-notice.js";
import { makeEnding } from "./ending.js";
import { inOrder, listProblems, placeOf, showErrors } from "./errors.js";
import { fillFields, startFields } from "./fields.js";
import { fillForm, findTarget, openMore, readForm, showRoomLeft } from "./form.js";
import { readFormData } from "./form-data.js";
import { FormStore } from "./form-store.js";
import { makeJudge } from "./judge.js";
import { makeWriter } from "./made-files.js";
import { Normaliser } from "./normalise.js";
import * as words from "./messages.js";
import { startChoosers } from "./organisations.js";
import { ADDED, addItem, REMOVED, startRepeated } from "./repeated.js";
import { makeSteps } from "./steps.js";

/**
 * @import { Problem } from "./check.js"
 * @import { FormData } from "./form-data.js"
 * @import { Markdown } from "./made-files.js"
 * @import { Names } from "./names.js"
 * @import { WrittenEntry } from "./read-entry.js"
 *
 * @typedef {object} Request the query of the page; "" for what is not asked for
 * @property {string} improved the slug of the practice to improve
 * @property {boolean} isAdoption whether to open the form at a new adoption
 * @property {string} association that adopted it
 * @property {string} year of the adoption
 * @property {string} field to open the form at
 *
 * @typedef {{ data: FormData, source: string, slug: string, entry: WrittenEntry | null }} Loaded `slug` is the current one; `entry` is null for a new practice
 */

const root = document.querySelector("[data-module=contribute]");
if (root instanceof HTMLElement) open(root).catch(() => failToLoad(root));

/** @param {HTMLElement} root */
async function open(root) {
  const request = readRequest(location);
  const loaded = await loadAll(root, request.improved);
  if (request.improved && !loaded.source) fail(root, words.NO_SOURCE);
  else if (request.improved && !loaded.entry) fail(root, words.NOT_EDITABLE);
  else start(root, request, loaded);
}

/** @param {Location} location @returns {Request} partly from behind the "#", which is not sent to the server */
function readRequest({ search, hash }) {
  const asked = new URLSearchParams(search);
  const filledIn = new URLSearchParams(hash.slice(1)); // by the plan of approach
  const year = filledIn.get("jaar") ?? "";
  return {
    improved: asked.get("verbeter") ?? "",
    isAdoption: asked.has("overgenomen"),
    association: (filledIn.get("corporatie") ?? "").slice(0, 120),
    year: /^\d{4}$/.test(year) ? year : "",
    field: asked.get("veld") ?? "",
  };
}

/** @param {HTMLElement} root @param {string} improved @returns {Promise<Loaded>} */
async function loadAll(root, improved) {
  const { formData = "", names = "", readEntryScript = "", source: sourceAddress = "", practiceData = "" } = root.dataset;
  const slug = makeSlug(improved);
  const fetchJson = (/** @type {string} */ address) => load(address, { cache: "no-cache" }).then((response) => response.json());
  const [written, source] = await Promise.all([
    fetchJson(formData),
    improved ? load(sourceAddress.replace("*", slug)).then((response) => response.text(), () => "") : "",
  ]);
  const data = readFormData(written, (name) => fetchJson(names + name));
  if (!source) return { data, source, slug, entry: null };
  const [{ readEntry }, practice] = await Promise.all([/** @type {Promise<typeof import("./read-entry.js")>} */ (import(readEntryScript)), fetchJson(practiceData.replace("*", slug))]);
  data.names.learn(practice);
  return { data, source, slug: practice.slug, entry: readEntry(source) };
}

/** @param {HTMLElement} root @param {Request} request @param {Loaded} loaded */
function start(root, request, { data, source, slug, entry }) {
  const today = localDay();
  const form = element(root, "[data-form]", HTMLFormElement);
  const announcement = element(root, "[data-announcement]", HTMLElement);
  const summary = element(root, "[data-error-summary]", HTMLElement);
  const announce = (/** @type {string} */ text) => void (announcement.textContent = text);
  startFields(form, new Normaliser(data.spellings));
  startRepeated(form);
  startChoosers(form, data.names, announce);

  const blank = {
    values: entry?.values ?? { gepubliceerd: today, gecontroleerd: today },
    parts: (entry?.sections ?? []).map(({ heading, text }) => ({ heading, text })),
    organisations: [],
  };
  fillForm(form, blank);
  const original = entry && { slug, source, entry, content: readForm(form) };
  const adopter = request.isAdoption ? addAdoption(form, request) : null;

  const markdown = laterMarkdown(root, data, () => store.refresh());
  const judge = makeJudge(data, today, !original, markdown);
  const store = new FormStore({
    read: () => readForm(form),
    judge: (content) => inOrder(form, judge(content)),
    placeOf: (problem) => placeOf(form, problem),
  });
  const siteName = document.title.split(" | ").at(-1) ?? "";
  data.names.onLoad = () => store.refresh();
  const steps = makeSteps(root);
  const list = (/** @type {HTMLElement} */ holder, /** @type {readonly Problem[]} */ problems) => listProblems(holder, problems, form, steps.reveal);
  const showEnding = makeEnding(root, { data, original, source, today, write: makeWriter(data, original, today, markdown), list });
  store.subscribe(() => showErrors(form, store.shownProblems()));
  store.subscribe(() => {
    if (steps.isLast()) showEnding(store.content, store.problems);
  });
  const draft = startDraft(root, openDraft(original ? request.improved : "", source), {
    content: () => store.content,
    restore(content) {
      fillForm(form, content);
      store.refresh();
    },
    reset() {
      store.forget();
      fillForm(form, blank);
      store.refresh();
    },
    begin: () => steps.go(1),
  });
  const changed = () => {
    store.refresh();
    draft.saveSoon();
  };

  listen(form, store, changed, announce);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const step = steps.isLast() ? null : steps.current();
    for (const one of step ? [step] : elements(form, "[data-step]", HTMLElement)) store.handIn(one);
    store.refresh();
    const errors = store.errorsIn(step);
    list(summary, errors);
    if (errors.length) summary.focus();
    else if (step) steps.go(steps.number() + 1);
  });
  steps.start((step, number, count) => {
    summary.hidden = true;
    document.title = words.stepTitle(step.querySelector("h2")?.lastChild?.textContent?.trim() ?? "", number, count, siteName);
    if (steps.isLast()) store.refresh();
  });
  showForm(root, form, entry && String(entry.values["titel"] ?? request.improved));
  if (adopter) {
    steps.reveal(adopter);
    if (request.association) void takeAssociation(adopter, request.association, data.names);
    return;
  }
  const target = findTarget(form, request.field);
  if (target) steps.reveal(target);
  else if (location.hash) steps.current().scrollIntoView();
}

/** @type {(root: HTMLElement, data: FormData, act: () => void) => () => Markdown | undefined} calls `act` when it is loaded; without it the text is not checked, and the last step says so */
function laterMarkdown(root, { body }, act) {
  /** @type {Markdown | undefined} */
  let script;
  import(root.dataset["markdownScript"] ?? "").then(({ makeMarkdown }) => {
    script = makeMarkdown(body);
    act();
  }, () => {});
  return () => script;
}

/** @type {(form: HTMLFormElement, store: FormStore, changed: () => void, announce: (text: string) => void) => void} */
function listen(form, store, changed, announce) {
  form.addEventListener("input", ({ target }) => {
    if (target instanceof Element && target.closest("[data-combobox]") && target.matches("input")) return; // not chosen yet
    if (target instanceof HTMLElement) showRoomLeft(target);
    changed();
  });
  form.addEventListener("focusout", ({ target }) => {
    if (!(target instanceof HTMLElement) || !target.matches("[data-control]")) return;
    const field = target.closest("li[class], [data-field], [data-part]");
    if (field instanceof HTMLElement) store.leave(field);
    setTimeout(() => store.refresh()); // after the click that moved the focus
  });
  form.addEventListener(ADDED, (event) => {
    if (document.activeElement?.matches("[data-add]")) announce(words.added(/** @type {CustomEvent} */ (event).detail.name));
  });
  form.addEventListener(REMOVED, (event) => {
    announce(words.removed(/** @type {CustomEvent} */ (event).detail.name));
    changed();
  });
}

/** @param {HTMLElement} root @param {HTMLElement} form @param {string | null} title of the practice to improve */
function showForm(root, form, title) {
  if (title) {
    element(root, "[data-form-intro] h1", HTMLElement).textContent = words.improveTitle(title);
    element(root, "[data-form-intro] .mvo-page-intro__lead", HTMLElement).textContent = words.IMPROVE_LEAD;
  }
  form.hidden = false;
  element(root, "[data-form-waiting]", HTMLElement).hidden = true;
}

/** @param {HTMLElement} root */
async function failToLoad(root) {
  if (await offerReload(element(root, "[data-form-failure]", HTMLElement))) element(root, "[data-form-waiting]", HTMLElement).hidden = true;
  else fail(root, words.NO_DATA);
}

/** @param {HTMLElement} root @param {string} sentence */
function fail(root, sentence) {
  const failure = element(root, "[data-form-failure]", HTMLElement);
  fill(failure, "failure", sentence);
  failure.hidden = false;
  element(root, "[data-form-waiting]", HTMLElement).hidden = true;
}

/** @param {HTMLElement} form @param {Request} request @returns {HTMLInputElement} its first control */
function addAdoption(form, { year }) {
  const field = element(form, "[data-field=overgenomen]", HTMLElement);
  openMore(field);
  const item = addItem(field);
  fillFields(item, { jaar: year });
  return element(item, "[data-control]", HTMLInputElement);
}

/** @type {(control: HTMLInputElement, association: string, names: Names) => Promise<void>} chooses it, or else types its name, so that the field offers to add it */
async function takeAssociation(control, association, names) {
  const known = findExact(await names.find("organisaties", association).catch(() => []), association);
  const field = control.closest("[data-list]");
  if (known && field) addChosen(field, known.value);
  else {
    control.value = association;
    control.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
