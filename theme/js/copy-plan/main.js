/** “Maak uw plan van aanpak”: a dialog that makes a plan from a practice, in the browser of the reader. */
import { copyText } from "../lib/clipboard.js";
import { localDay } from "../lib/days.js";
import { copyTemplate, element, elements, fill } from "../lib/dom.js";
import { load } from "../lib/load.js";
import { parseHtml } from "../lib/parse-html.js";
import { offerReload } from "../lib/renewed.js";
import { writeHtml, writePlain } from "../papers/clipboard.js";
import { savePaper } from "../papers/files.js";
import { clean } from "../papers/text.js";
import { adoptionHash, findMistakes, readAnswers } from "./answers.js";
import questions from "./form.html";
import { OPENED } from "./opener.js";
import { makePlan, stepsOf } from "./plan.js";
import { weeksOfLeadTime } from "./schedule.js";
import { propose } from "./tasks.js";

/**
 * @import { Paper } from "../papers/paper.js"
 * @import { Practice } from "../practice-data.js"
 * @import { Answers, Written } from "./answers.js"
 */

const COPIED = "Gekopieerd. U kunt de tekst nu ergens plakken.";
const NOT_COPIED = "Kopiëren lukte niet. De tekst staat hieronder: selecteer en kopieer die zelf.";
const NOT_MADE = "Het bestand kon niet worden gemaakt. Kopieer de tekst, of gebruik de pagina om af te drukken.";

const dialog = document.querySelector("[data-copy-dialog]");
if (dialog instanceof HTMLDialogElement) startDialog(dialog);

/** @param {HTMLDialogElement} dialog */
function startDialog(dialog) {
  dialog.append(...parseHtml(questions).body.childNodes); // texts of the practice are filled in as text
  const form = element(dialog, "[data-copy-form]", HTMLFormElement);
  const adoption = element(form, "a[data-adopted]", HTMLAnchorElement);
  adoption.href = dialog.dataset["adopted"] ?? "";
  element(form, "a[data-note]", HTMLAnchorElement).href = dialog.dataset["note"] ?? "";
  const show = (/** @type {string} */ what, /** @type {boolean} */ isShown) => (element(dialog, `[data-copy-${what}]`, HTMLElement).hidden = !isShown);
  /** @type {Promise<Practice> | undefined} */
  let data;

  dialog.addEventListener(OPENED, async () => {
    if (data) return;
    show("loading", true);
    show("failure", false);
    try {
      data = load(dialog.dataset["practice"] ?? "").then((response) => response.json());
      showSteps(form, await data);
      form.hidden = false;
    } catch {
      data = undefined;
      show("failure", !(await offerReload(element(dialog, "[data-copy-failure]", HTMLElement))));
    }
    show("loading", false);
  });

  form.addEventListener("input", async ({ target }) => {
    const [start, weeks] = [control(form, "start"), control(form, "weeks")];
    if (target === start && start.value && !weeks.value) weeks.value = String(weeksOfLeadTime((await data)?.doorlooptijd ?? null) ?? "");
    showStatus(form, "");
    adoption.hash = adoptionHash(answersOf(form), localDay());
  });

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!data || !checkForm(form)) return;
    const { approach = "" } = dialog.dataset;
    const plan = makePlan(await data, answersOf(form), approach && new URL(approach, location.href).href, localDay());
    const format = event.submitter instanceof HTMLButtonElement ? event.submitter.value : "";
    if (format === "text") await copyPlan(form, plan);
    else savePlan(form, plan, format);
  });
}

/** @param {HTMLFormElement} form @param {Practice} practice */
function showSteps(form, practice) {
  const all = stepsOf(practice);
  const proposed = propose(all);
  const steps = all.map((step, place) => {
    const made = copyTemplate("step");
    Object.assign(element(made, "input", HTMLInputElement), { value: String(place), checked: proposed[place] === true });
    fill(made, "number", `${place + 1}.`);
    fill(made, "step", step);
    return made;
  });
  element(form, "[data-copy-steps]", HTMLElement).replaceChildren(...steps);
  element(form, "fieldset", HTMLElement).hidden = steps.length === 0;
  const took = clean(practice.feiten.find(({ naam }) => naam === "Doorlooptijd")?.waarde);
  if (took) fill(form, "lead-time", took);
}

/** @param {HTMLFormElement} form @param {string} name @returns {HTMLInputElement} */
const control = (form, name) => element(form, `input[name="${name}"]`, HTMLInputElement);

/** @param {HTMLFormElement} form @returns {Written} */
const writtenIn = (form) => /** @type {Written} */ (Object.fromEntries(new FormData(form)));

/** @param {HTMLFormElement} form @returns {Answers} */
function answersOf(form) {
  const dropped = elements(form, "[data-copy-steps] input", HTMLInputElement).filter((box) => !box.checked);
  return readAnswers(writtenIn(form), new Set(dropped.map((box) => Number(box.value))));
}

/** @type {(form: HTMLFormElement) => boolean} whether all fields are right; shows what is wrong beside each field, and focuses the first */
function checkForm(form) {
  const mistakes = Object.entries(findMistakes(writtenIn(form), control(form, "start").validity.badInput));
  for (const [name, message] of mistakes) showMistake(control(form, name), message);
  const [first] = mistakes.filter(([, message]) => message).map(([name]) => control(form, name));
  first?.focus({ preventScroll: true });
  first?.closest(".mvo-field")?.scrollIntoView({ block: "center" }); // with its message
  return first === undefined;
}

/** @param {HTMLInputElement} field @param {string} message */
function showMistake(field, message) {
  const place = element(document, `#${field.id}-fout`, HTMLElement);
  place.textContent = message;
  place.hidden = !message;
  if (message) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
}

/** @param {HTMLFormElement} form @param {string} message @param {string} [text] that the reader has to copy by hand */
function showStatus(form, message, text = "") {
  const status = element(form, "[data-copy-status]", HTMLElement);
  const fallback = element(form, "[data-copy-fallback]", HTMLElement);
  status.textContent = message;
  if (message) status.scrollIntoView({ block: "nearest" });
  fallback.hidden = !text;
  if (!text) return;
  const area = element(fallback, "textarea", HTMLTextAreaElement);
  area.value = text;
  area.focus({ preventScroll: true }); // the message stays in sight
  area.select();
}

/** @param {HTMLFormElement} form @param {Paper} plan */
async function copyPlan(form, plan) {
  const text = writePlain(plan);
  if (await copyText(text, writeHtml(plan))) showStatus(form, COPIED);
  else showStatus(form, NOT_COPIED, text);
}

/** @param {HTMLFormElement} form @param {Paper} plan @param {string} format "docx" or "odt" */
function savePlan(form, plan, format) {
  try {
    showStatus(form, savePaper(plan, format));
  } catch {
    showStatus(form, NOT_MADE);
  }
}
