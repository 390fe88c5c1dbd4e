/**
 * What of a step that somebody else took can be ours. A step says what one does, and often adds how that went there:
 * "Woonbedrijf deed dat in 2016." What it adds is a fact of others, and has no place in a plan of what we will do.
 */

const IRREGULAR =
  "was waren werd werden had hadden kreeg kregen ging gingen kwam kwamen deed deden begon begonnen koos kozen stond stonden nam namen gaf gaven zag bleef bleven schreef schreven vond vonden bood hielp hielpen liep liepen trok trokken zat zaten bracht brachten dacht dachten bedachten kocht kochten zocht zochten onderzocht onderzochten vroegen mocht mochten kon konden moest moesten wilde wilden sprak spraken hield hielden liet lieten las lazen bleek bleken ontving ontvingen ontstond ontstonden verbood nodigde zette legde legden hoorde daagde";
/** Stems of verbs whose past cannot be another word. */
const WITH_T = "maak|werk|gebruik|merk|sloop|druk|knap|stap|luk|toets|plaats|schat|moest|kost";
const WITH_D =
  "teken|beloof|bouw|volg|verhuis|voer|stel|tel|verzorg|open|vul|bundel|haal|stuur|regel|huur|betaal|leer|vorm|deel|bepaal|reken|ontwikkel|verdubbel|verdeel|keur|leen|stem|verzamel|verander|vertel|koppel|schakel|bespaar|verbeter|verlaag|vervang|(?!ge)\\p{L}+eer";
const PAST = new RegExp(`^(?:${IRREGULAR.replaceAll(" ", "|")}|(?:${WITH_T})ten?|(?:${WITH_D})den?)$`, "iu");
const LEAST = 3;
const YEAR = /^(?:19|20)\d\d$/;

/** @param {string} sentence @returns {boolean} whether it tells what happened once */
const isFact = (sentence) => sentence.split(/[^\p{L}\p{N}-]+/u).some((word) => PAST.test(word) || YEAR.test(word));

/** How others began, which is what to copy: "begonnen met een proef" is something that one does too. */
const TRIED = /^((?:(?!\b(?:is|zijn|was|waren|werd|werden|had|hadden)\b).)*)\b(begon|begonnen)\b(?=.*(?:proef|pilot|klein))/iu;
const RECURRING = /^(?:(?!\b(?:die|dat)\b).)*\b(?:(?:elke?|iedere?) (?:\p{L}+ )?(?:dag|week|weken|maand|maanden|kwartaal|jaar)|(?:eens|keer) per|telkens|zodra)\b/iu;
const AGREEMENT = /^(?!.*\b(?:daarna|deze|huurders?|bewoners?)\b).*\b(?:\p{L}*overeenkomst|convenant|intentieverklaring)\b/iu;

/** @type {(text: string) => string[]} */
const splitSentences = (text) => text.replace(/([.!?])\s+(?=\p{Lu})/gu, "$1\n").split("\n");

/** @type {(task: string) => string} its first sentence, which says what it is */
export const firstOf = (task) => splitSentences(task)[0] ?? "";

/** @type {(task: string) => boolean} whether it comes back, so that it has no week of its own */
export const isRecurring = (task) => RECURRING.test(firstOf(task));

/** @type {(task: string) => boolean} whether others agreed on how to work together, which comes before the work */
export const isAgreement = (task) => AGREEMENT.test(firstOf(task)) && !isRecurring(task);

/** @param {string} step @returns {string} its sentences that say what one does, as far as no fact stands before them */
export function taskOf(step) {
  const ours = step.replace(TRIED, (_, before, word) => before + (word.endsWith("en") ? "beginnen" : "begint"));
  const [first = "", ...others] = splitSentences(ours);
  return isFact(first) ? "" : [first, ...others.filter((sentence) => !isFact(sentence))].join(" "); // what follows a fact leans on it
}

/** @type {(steps: readonly string[]) => boolean[]} which steps a plan begins with: what one does, or all when that leaves less than half, or fewer than three */
export function propose(steps) {
  const ours = steps.map((step) => taskOf(step) !== "");
  const count = ours.filter(Boolean).length;
  return count >= LEAST && 2 * count >= steps.length ? ours : steps.map(() => true);
}

/** @type {(task: string, doer: string, us: string) => string} of us, in the place of the one corporatie that did it */
export function sayOfUs(task, doer, us) {
  const name = doer.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  const names = new RegExp(`(^|[.!?] |[^\\p{L}\\p{N}-])(?:${name}|de corporatie)(?![\\p{L}\\p{N}-])`, "giu");
  return task.replace(names, (_, before) => before + (us || (/^$|[.!?] $/.test(before) ? "De corporatie" : "de corporatie")));
}
