/**
 * The first letter to a partner: choose its question, fill its gaps, and save, copy or mail it.
 *
 * The letter is in the page already. What a reader fills in goes into its gaps as text, and is not stored.
 */
import { copyText } from "../lib/clipboard.js";
import { localDay } from "../lib/days.js";
import { element, make } from "../lib/dom.js";
import { mailAddress } from "../lib/mail.js";
import { offerFiles } from "../papers/files.js";
import { fillGap, letterText, makeLetter, originOf, plain, questionFor } from "./letter.js";

const COPIED = "De brief is gekopieerd.";
const NOT_COPIED = "Kopiëren lukte niet. Selecteer de tekst zelf.";
const WITHOUT_EXAMPLES = "De voorbeelden passen niet in de mail. Kopieer de brief als u ze wilt meesturen.";
const PASTE = "De brief is te lang om vanzelf in uw mail te komen. Hij is gekopieerd: plak hem in de mail.";

const maker = document.querySelector("[data-letter-maker]");
/** How many examples a letter has. */
const MOST_EXAMPLES = 3;
const form = element(document, "[data-letter-form]", HTMLElement);
const letter = element(document, "[data-letter]", HTMLElement);
const subject = element(letter, "[data-letter-subject]", HTMLElement);
const body = element(letter, "[data-letter-body]", HTMLElement);
const extra = element(form, "[data-letter-extra]", HTMLElement);
const ways = element(document, "[data-letter-ways]", HTMLElement);
const status = element(ways, "[data-letter-said]", HTMLElement);
const mail = element(ways, "[data-letter-mail]", HTMLAnchorElement);
const choice = form.querySelector("select");
/** The requests of the letter, each with its examples. */
const questions = [...body.querySelectorAll("[data-letter-question]")];

/** @type {Map<string, string>} what was filled in, by gap */
const values = new Map();
let needsPasting = false;

/** Show only the chosen question, with a field for each of its gaps. */
function chooseQuestion() {
  const chosen = questions.filter((question) => question.getAttribute("data-letter-question") === (choice?.value ?? "1"));
  for (const question of questions) {
    if (question instanceof HTMLElement) question.hidden = !chosen.includes(question);
    // Without script only the first of all questions is introduced; now the chosen one is.
    const start = question.firstChild;
    if (start instanceof Text) start.data = start.data.replace(/^(Mijn vraag|Of): /, "Mijn vraag: ");
  }
  const asked = new Set([...form.querySelectorAll("[data-fills]:not([data-letter-extra] *)")].map(fillsOf));
  const gaps = [...(chosen[0]?.querySelectorAll("[data-gap]:not([data-letter-own] *)") ?? [])].map(gapOf).filter((gap) => !asked.has(gap));
  extra.replaceChildren(...[...new Set(gaps)].map(makeField));
}

/** @param {string} gap @param {number} number @returns {HTMLElement} a field for it */
function makeField(gap, number) {
  const id = `brief-open-${number}`;
  const label = gap.charAt(0).toUpperCase() + gap.slice(1);
  const input = make("input", {
    autocomplete: "off",
    class: "utrecht-textbox utrecht-textbox--html-input",
    "data-fills": gap,
    id,
    maxlength: "120",
    type: "text",
  });
  input.value = values.get(gap) ?? "";
  return make(
    "div",
    { class: "utrecht-form-field utrecht-form-field--text mvo-field" },
    make("label", { class: "utrecht-form-label mvo-field__label", for: id }, label),
    input,
  );
}

/** Put what was filled in into the gaps, and the letter into the mail link. */
function update() {
  for (const gap of letter.querySelectorAll("[data-gap]")) {
    const value = fillGap(gapOf(gap), values.get(gapOf(gap))?.trim() ?? "") || (gap.getAttribute("data-default") ?? "");
    gap.textContent = value || `[${gapOf(gap)}]`;
    gap.toggleAttribute("data-filled", value !== "");
  }
  const withoutExamples = letterText(body, (child) => !child.hasAttribute("data-letter-examples"));
  const link = mailAddress("", plain(subject), [letterText(body), withoutExamples]);
  mail.href = link.address;
  needsPasting = link.fits === 2;
  mail.dataset.note = needsPasting ? PASTE : link.fits === 1 && letterText(body) !== withoutExamples ? WITHOUT_EXAMPLES : "";
}

/** @returns {string} the letter with its subject */
function wholeText() {
  return `Onderwerp: ${plain(subject)}\n\n${letterText(body)}`;
}

/** @param {string} done the message when it worked */
async function copy(done) {
  status.textContent = (await copyText(wholeText())) ? done : NOT_COPIED;
}

/** @param {Element} gap @returns {string} */
function gapOf(gap) {
  return gap.getAttribute("data-gap") ?? "";
}

/** @param {Element} field @returns {string} */
function fillsOf(field) {
  return field.getAttribute("data-fills") ?? "";
}

form.addEventListener("input", ({ target }) => {
  if (target instanceof HTMLInputElement) values.set(fillsOf(target), target.value);
  if (target === choice) chooseQuestion();
  status.textContent = "";
  update();
});
element(ways, "[data-letter-copy]", HTMLButtonElement).addEventListener("click", () => void copy(COPIED));
mail.addEventListener("click", () => {
  if (needsPasting) void copy(PASTE);
  else status.textContent = mail.dataset.note ?? "";
});

offerFiles(status, () => makeLetter(letter, { name: maker?.getAttribute("data-letter-maker") ?? "", source: location.href, day: localDay() }));

/** Choose the question and the example that fit the page where the reader came from. */
function startFromOrigin() {
  const origin = originOf(document.referrer, new URL(maker?.getAttribute("data-home") ?? "/", location.href).href);
  const examplesOf = (/** @type {string} */ value) => [...body.querySelectorAll(`[data-letter-question="${value}"] [data-about]`)];
  const options = [...(choice?.options ?? [])].map(({ value }) => value);
  const aboutOf = (/** @type {Element} */ example) => (example.getAttribute("data-about") ?? "").split(" ");
  const fitting = questionFor(origin, options.map((value) => ({ value, about: examplesOf(value).map(aboutOf) })));
  if (choice && fitting) choice.value = fitting;
  const own = examplesOf(choice?.value ?? "1").find((example) => aboutOf(example).includes(origin));
  own?.parentElement?.prepend(own);
  for (const [place, example] of examplesOf(choice?.value ?? "1").entries()) example.toggleAttribute("hidden", place >= MOST_EXAMPLES);
}

startFromOrigin();
// After a reload the browser restores what was filled in.
for (const input of form.querySelectorAll("input")) values.set(fillsOf(input), input.value);
chooseQuestion();
update();
form.hidden = false;
ways.hidden = false;
