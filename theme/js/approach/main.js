/**
 * The first letter to a partner: fill its gaps, choose its question, and take it along.
 *
 * The letter stands in the page already. What is filled in goes into its gaps as text, and nowhere else: it is not stored.
 */
import { copyText } from "../lib/clipboard.js";
import { localDay } from "../lib/days.js";
import { element, make } from "../lib/dom.js";
import { mailAddress } from "../lib/mail.js";
import { offerFiles } from "../papers/files.js";
import { originOf, questionFor } from "./origin.js";
import { makeLetter } from "./paper.js";
import { letterText, plain } from "./text.js";

const COPIED = "De brief is gekopieerd.";
const NOT_COPIED = "Kopiëren lukte niet. Selecteer de tekst zelf.";
const WITHOUT_EXAMPLES = "De voorbeelden passen niet in de mail. Kopieer de brief als u ze wilt meesturen.";
const PASTE = "De brief is te lang om vanzelf in uw mail te komen. Hij is gekopieerd: plak hem in de mail.";

const maker = document.querySelector("[data-letter-maker]");
/** How many examples a letter names. */
const MOST_EXAMPLES = 3;
const form = element(document, "[data-letter-form]", HTMLElement);
const letter = element(document, "[data-letter]", HTMLElement);
const subject = element(letter, "[data-letter-subject]", HTMLElement);
const body = element(letter, "[data-letter-body]", HTMLElement);
const extra = element(form, "[data-letter-extra]", HTMLElement);
const ways = element(document, "[data-letter-ways]", HTMLElement);
const said = element(ways, "[data-letter-said]", HTMLElement);
const mail = element(ways, "[data-letter-mail]", HTMLAnchorElement);
const choice = form.querySelector("select");
/** The questions, each with the practices in which its answer was yes. */
const questions = [...body.querySelectorAll("[data-letter-question]")];

/** @type {Map<string, string>} what was filled in, by the gap that it fills */
const values = new Map();
let needsPasting = false;

/** Show the question that is chosen alone, and ask for what it leaves open. */
function chooseQuestion() {
  const chosen = questions.filter((question) => question.getAttribute("data-letter-question") === (choice?.value ?? "1"));
  for (const question of questions) {
    if (question instanceof HTMLElement) question.hidden = !chosen.includes(question);
    // Of all questions only the first is introduced; the one that is chosen is now the first.
    const start = question.firstChild;
    if (start instanceof Text) start.data = start.data.replace(/^(Mijn vraag|Of): /, "Mijn vraag: ");
  }
  const asked = new Set([...form.querySelectorAll("[data-fills]:not([data-letter-extra] *)")].map(fillsOf));
  const gaps = [...(chosen[0]?.querySelectorAll("[data-gap]:not([data-letter-own] *)") ?? [])].map(gapOf).filter((gap) => !asked.has(gap));
  extra.replaceChildren(...[...new Set(gaps)].map(makeField));
}

/** @param {string} gap @param {number} number @returns {HTMLElement} a field for a gap of the question */
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

/** Put what is filled in in the gaps, and the letter behind its ways out. */
function update() {
  for (const gap of letter.querySelectorAll("[data-gap]")) {
    const value = values.get(gapOf(gap))?.trim() ?? "";
    gap.textContent = value || `[${gapOf(gap)}]`;
    gap.toggleAttribute("data-filled", value !== "");
  }
  const withoutExamples = letterText(body, (child) => !child.hasAttribute("data-letter-examples"));
  const door = mailAddress("", plain(subject), [letterText(body), withoutExamples]);
  mail.href = door.address;
  needsPasting = door.fits === 2;
  mail.dataset.note = needsPasting ? PASTE : door.fits === 1 && letterText(body) !== withoutExamples ? WITHOUT_EXAMPLES : "";
}

/** @returns {string} the letter with its subject */
function wholeText() {
  return `Onderwerp: ${plain(subject)}\n\n${letterText(body)}`;
}

/** @param {string} done what to say when it worked */
async function copy(done) {
  said.textContent = (await copyText(wholeText())) ? done : NOT_COPIED;
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
  said.textContent = "";
  update();
});
element(ways, "[data-letter-copy]", HTMLButtonElement).addEventListener("click", () => void copy(COPIED));
mail.addEventListener("click", () => {
  if (needsPasting) void copy(PASTE);
  else said.textContent = mail.dataset.note ?? "";
});

offerFiles(said, () => makeLetter(letter, { name: maker?.getAttribute("data-letter-maker") ?? "", source: location.href, day: localDay() }));

/** Begin with the question that fits where the reader came from, and with the example of that. */
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
// What the browser put back after a reload counts as filled in.
for (const input of form.querySelectorAll("input")) values.set(fillsOf(input), input.value);
chooseQuestion();
update();
form.hidden = false;
ways.hidden = false;
