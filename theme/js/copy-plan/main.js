/** "Kopieer deze aanpak": a dialog that makes a plan of one's own from a practice, on the device of the reader. */
import { copyText } from "../lib/clipboard.js";
import { localDay } from "../lib/days.js";
import { copier, element, elements, fill } from "../lib/dom.js";
import { load } from "../lib/load.js";
import { parseHtml } from "../lib/parse-html.js";
import { offerReload } from "../lib/renewed.js";
import { adoptionHash, findMistakes, readAnswers } from "./answers.js";
import { TYPE as DOCX, writeDocx } from "./docx.js";
import questions from "./form.html";
import { writeMarkdown } from "./markdown.js";
import * as words from "./messages.js";
import { TYPE as ODT, writeOdt } from "./odt.js";
import { OPENED } from "./opener.js";
import { makePlan, stepsOf } from "./plan.js";
import { weeksOfLeadTime } from "./schedule.js";
import { clean } from "./text.js";

/**
 * @import { Practice } from "../practice-data.js"
 * @import { Answers, Written } from "./answers.js"
 * @import { Approach, Plan } from "./plan.js"
 *
 * @typedef {{ practice: Practice, approach: Approach }} Data
 */

const dialog = document.querySelector("[data-copy-dialog]");
if (dialog instanceof HTMLDialogElement) startDialog(dialog);

/** @param {HTMLDialogElement} dialog */
function startDialog(dialog) {
  dialog.append(...parseHtml(questions).body.childNodes); // what comes from a practice is filled in as text
  const form = element(dialog, "[data-copy-form]", HTMLFormElement);
  const adoption = element(form, "a[data-adopted]", HTMLAnchorElement);
  adoption.href = dialog.dataset["adopted"] ?? "";
  element(form, "a[data-note]", HTMLAnchorElement).href = dialog.dataset["note"] ?? "";
  const show = (/** @type {string} */ what, /** @type {boolean} */ isShown) => (element(dialog, `[data-copy-${what}]`, HTMLElement).hidden = !isShown);
  /** @type {Promise<Data> | undefined} */
  let data;

  dialog.addEventListener(OPENED, async () => {
    if (data) return;
    show("loading", true);
    show("failure", false);
    try {
      data = loadData(dialog.dataset);
      showSteps(form, (await data).practice);
      form.hidden = false;
    } catch {
      data = undefined;
      show("failure", !(await offerReload(element(dialog, "[data-copy-failure]", HTMLElement))));
    }
    show("loading", false);
  });

  form.addEventListener("input", () => {
    tell(form, "");
    adoption.hash = adoptionHash(answersOf(form), localDay());
  });

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!data || !checkForm(form)) return;
    const { practice, approach } = await data;
    const plan = makePlan(practice, answersOf(form), approach, localDay());
    const way = event.submitter instanceof HTMLButtonElement ? event.submitter.value : "";
    if (way === "markdown") await copyPlan(form, plan);
    else savePlan(form, plan, way);
  });
}

/** @param {DOMStringMap} addresses of the data of the practice, and of the page with the tips @returns {Promise<Data>} */
async function loadData({ practice: address = "", approach: approachAddress = "" }) {
  const [practice, page] = await Promise.all([
    load(address).then((response) => response.json()),
    approachAddress ? load(approachAddress).then((response) => response.text()) : "",
  ]);
  const tips = readTips(parseHtml(page));
  return { practice, approach: { address: approachAddress && new URL(approachAddress, location.href).href, tips } };
}

/** @param {Document} page @returns {Approach["tips"]} each heading that starts with "Tip", and the first paragraph below it */
function readTips(page) {
  const headings = elements(page, "main h2", HTMLElement).filter((heading) => /^\s*Tip \d/.test(heading.textContent ?? ""));
  return headings.map((heading) => {
    const below = heading.nextElementSibling;
    return { title: (heading.textContent ?? "").trim(), text: below?.matches("p") ? (below.textContent ?? "").replace(/\s+/g, " ").trim() : "" };
  });
}

/** @param {HTMLFormElement} form @param {Practice} practice */
function showSteps(form, practice) {
  const make = copier(form, "step");
  const steps = stepsOf(practice).map((step, place) => {
    const made = make();
    element(made, "input", HTMLInputElement).value = String(place);
    fill(made, "number", `${place + 1}.`);
    fill(made, "step", step);
    return made;
  });
  element(form, "[data-copy-steps]", HTMLElement).replaceChildren(...steps);
  element(form, "fieldset", HTMLElement).hidden = steps.length === 0;
  const weeks = weeksOfLeadTime(practice.doorlooptijd);
  if (weeks) control(form, "weeks").value = String(weeks);
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

/** @type {(form: HTMLFormElement) => boolean} Say what is wrong beside each field, and go to the first. */
function checkForm(form) {
  const mistakes = Object.entries(findMistakes(writtenIn(form), control(form, "start").validity.badInput));
  for (const [name, message] of mistakes) showMistake(control(form, name), message);
  const [first] = mistakes.filter(([, message]) => message).map(([name]) => control(form, name));
  first?.focus({ preventScroll: true });
  first?.closest(".mvo-field")?.scrollIntoView({ block: "center" }); // with what is wrong about it
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

/** @param {HTMLFormElement} form @param {string} message @param {string} [text] to be copied by hand */
function tell(form, message, text = "") {
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

/** @param {HTMLFormElement} form @param {Plan} plan */
async function copyPlan(form, plan) {
  const text = writeMarkdown(plan);
  if (await copyText(text)) tell(form, words.COPIED);
  else tell(form, words.NOT_COPIED, text);
}

/** @param {HTMLFormElement} form @param {Plan} plan @param {string} way "docx" or "odt" */
function savePlan(form, plan, way) {
  const name = `${plan.file}.${way}`;
  try {
    const blob = way === "odt" ? new Blob([writeOdt(plan)], { type: ODT }) : new Blob([writeDocx(plan)], { type: DOCX });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // the browser may still be reading
    tell(form, words.made(name));
  } catch {
    tell(form, words.NOT_MADE);
  }
}
