/** "Kopieer deze aanpak": a dialog that makes a plan of one's own from a practice, on the device of the reader. */
import { copyText } from "../lib/clipboard.js";
import { localDay } from "../lib/days.js";
import { copier, element, elements, fill } from "../lib/dom.js";
import { load } from "../lib/load.js";
import { TYPE as DOCX, writeDocx } from "./docx.js";
import questions from "./form.html";
import { writeMarkdown } from "./markdown.js";
import * as words from "./messages.js";
import { TYPE as ODT, writeOdt } from "./odt.js";
import { OPENED } from "./opener.js";
import { makePlan, stepsOf } from "./plan.js";
import { readDay, readWeeks, weeksOfLeadTime } from "./schedule.js";
import { clean } from "./text.js";
import { readTips } from "./tips.js";

const dialog = document.querySelector("[data-copy-dialog]");
if (dialog instanceof HTMLDialogElement) startDialog(dialog);

/** @param {HTMLDialogElement} dialog */
function startDialog(dialog) {
  dialog.insertAdjacentHTML("beforeend", questions); // our own text; what comes from a practice is filled in as text
  const form = element(dialog, "[data-copy-form]", HTMLFormElement);
  const adopted = element(form, "a[data-adopted]", HTMLAnchorElement);
  adopted.href = dialog.dataset["adopted"] ?? "";
  element(form, "a[data-note]", HTMLAnchorElement).href = dialog.dataset["note"] ?? "";
  const loading = element(dialog, "[data-copy-loading]", HTMLElement);
  const failure = element(dialog, "[data-copy-failure]", HTMLElement);
  const status = element(dialog, "[data-copy-status]", HTMLElement);
  const fallback = element(dialog, "[data-copy-fallback]", HTMLElement);
  const text = element(fallback, "textarea", HTMLTextAreaElement);
  /** @type {{ practice: import("./plan.js").Practice, approach: import("./plan.js").Approach } | null} */
  let data = null;
  let isLoading = false;

  dialog.addEventListener(OPENED, async () => {
    if (data || isLoading) return;
    isLoading = true;
    loading.hidden = false;
    failure.hidden = true;
    try {
      data = await loadData(dialog.dataset["practice"] ?? "", dialog.dataset["approach"] ?? "");
      showSteps(form, data.practice);
      form.hidden = false;
    } catch {
      data = null;
      failure.hidden = false;
    }
    loading.hidden = true;
    isLoading = false;
  });

  form.addEventListener("input", () => {
    status.textContent = "";
    fallback.hidden = true;
    adopted.hash = tellOf(readAnswers(form), localDay());
  });

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!data || !checkForm(form)) return;
    const plan = makePlan(data.practice, readAnswers(form), data.approach, localDay());
    const way = event.submitter instanceof HTMLButtonElement ? event.submitter.value : "";
    fallback.hidden = true;
    const tell = (/** @type {string} */ message) => {
      status.textContent = message;
      status.scrollIntoView({ block: "nearest" });
    };
    if (way === "markdown") {
      const markdown = writeMarkdown(plan);
      const isCopied = await copyText(markdown);
      tell(isCopied ? words.COPIED : words.NOT_COPIED);
      if (isCopied) return;
      text.value = markdown;
      fallback.hidden = false;
      text.focus({ preventScroll: true }); // the message stays in sight
      text.select();
      return;
    }
    try {
      const name = `${plan.file}.${way}`;
      download(plan, way, name);
      tell(words.made(name));
    } catch {
      tell(words.NOT_MADE);
    }
  });
}

/**
 * @param {string} address of the data of the practice
 * @param {string} approachAddress of the page with the tips, or ""
 */
async function loadData(address, approachAddress) {
  const [practice, page] = await Promise.all([
    load(address).then((response) => response.json()),
    approachAddress ? load(approachAddress).then((response) => response.text()) : "",
  ]);
  const tips = readTips(new DOMParser().parseFromString(page, "text/html"));
  return { practice, approach: { address: approachAddress && new URL(approachAddress, location.href).href, tips } };
}

/**
 * @param {import("./plan.js").Answers} answers
 * @param {string} today
 * @returns {string} what the form need not ask again after a copy; behind the "#" of an address it is sent to nobody
 */
function tellOf({ association, start }, today) {
  const given = new URLSearchParams();
  if (association) given.set("corporatie", association);
  if (start && start <= today) given.set("jaar", start.slice(0, 4));
  return given.toString();
}

/** @param {HTMLFormElement} form @param {import("./plan.js").Practice} practice */
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

/** @param {HTMLFormElement} form @returns {import("./plan.js").Answers} */
function readAnswers(form) {
  const boxes = elements(form, "[data-copy-steps] input", HTMLInputElement);
  return {
    association: clean(control(form, "association").value),
    leader: clean(control(form, "leader").value),
    start: readDay(control(form, "start").value),
    weeks: readWeeks(control(form, "weeks").value),
    dropped: new Set(boxes.filter((box) => !box.checked).map((box) => Number(box.value))),
  };
}

/**
 * Say what is wrong beside each field, and go to the first.
 * @param {HTMLFormElement} form
 * @returns {boolean} whether all is well
 */
function checkForm(form) {
  const start = control(form, "start");
  const weeks = control(form, "weeks");
  const wrong = [
    showError(start, (start.value || start.validity.badInput) && !readDay(start.value) ? words.NO_DAY : ""),
    showError(weeks, weeks.value.trim() && !readWeeks(weeks.value) ? words.NO_WEEKS : ""),
  ].filter((field) => field !== null);
  wrong[0]?.focus({ preventScroll: true });
  wrong[0]?.closest(".mvo-field")?.scrollIntoView({ block: "center" }); // with what is wrong about it
  return wrong.length === 0;
}

/** @param {HTMLInputElement} field @param {string} message @returns {HTMLInputElement | null} the field when it is wrong */
function showError(field, message) {
  const place = element(document, `#${field.id}-fout`, HTMLElement);
  place.textContent = message;
  place.hidden = !message;
  if (message) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
  return message ? field : null;
}

/** @param {import("./plan.js").Plan} plan @param {string} way "docx" or "odt" @param {string} name */
function download(plan, way, name) {
  const blob = way === "odt" ? new Blob([writeOdt(plan)], { type: ODT }) : new Blob([writeDocx(plan)], { type: DOCX });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // the browser may still be reading
}
