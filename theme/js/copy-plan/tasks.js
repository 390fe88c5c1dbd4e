/**
 * Turn the steps of others into tasks. A step says what to do, and often adds how that went: "Woonbedrijf deed dat in 2016." That is
 * a fact about the others, and has no place in the reader's own plan.
 */
import { firstOf, splitSentences } from "../lib/text.js";

/** Irregular verbs: past tense and present tense. */
const IRREGULAR = new Map(
  "was:is waren:zijn werd:wordt werden:worden had:heeft hadden:hebben kreeg:krijgt kregen:krijgen ging:gaat gingen:gaan kwam:komt kwamen:komen deed:doet deden:doen begon:begint begonnen:beginnen koos:kiest kozen:kiezen stond:staat stonden:staan nam:neemt namen:nemen gaf:geeft gaven:geven zag:ziet bleef:blijft bleven:blijven schreef:schrijft schreven:schrijven vond:vindt vonden:vinden bood:biedt hielp:helpt hielpen:helpen liep:loopt liepen:lopen trok:trekt trokken:trekken zat:zit zaten:zitten bracht:brengt brachten:brengen dacht:denkt dachten:denken bedachten:bedenken kocht:koopt kochten:kopen zocht:zoekt zochten:zoeken onderzocht:onderzoekt onderzochten:onderzoeken keek:kijkt keken:kijken bekeek:bekijkt vergeleek:vergelijkt trof:treft leek:lijkt leken:lijken richtte:richt richtten:richten droeg:draagt droegen:dragen sloot:sluit bedacht:bedenkt ontwierp:ontwerpt ontwierpen:ontwerpen opnam:opneemt vrijkwamen:vrijkomen vroegen:vragen mocht:mag mochten:mogen kon:kan konden:kunnen moest:moet moesten:moeten wilde:wil wilden:willen sprak:spreekt spraken:spreken hield:houdt hielden:houden liet:laat lieten:laten las:leest lazen:lezen bleek:blijkt bleken:blijken ontving:ontvangt ontvingen:ontvangen ontstond:ontstaat ontstonden:ontstaan verbood:verbiedt nodigde:nodigt zette:zet legde:legt legden:leggen hoorde:hoort daagde:daagt"
    .split(" ")
    .map((pair) => /** @type {[string, string]} */ (pair.split(":"))),
);
/** Stems of regular verbs whose past tense is no other word. */
const WITH_T = "pak|pas|maak|werk|gebruik|merk|sloop|druk|knap|stap|luk|toets|plaats|schat|moest|kost";
const WITH_D =
  "begeleid|beoordeel|bereid|interview|lever|oplever|moedig|vereenvoudig|zorg|bel|verbouw|vernieuw|teken|beloof|bouw|volg|verhuis|voer|stel|tel|verzorg|open|vul|bundel|haal|stuur|regel|huur|betaal|leer|vorm|deel|bepaal|reken|ontwikkel|verdubbel|verdeel|keur|leen|stem|verzamel|verander|vertel|koppel|schakel|bespaar|verbeter|verlaag|vervang|(?!ge)\\p{L}+eer";
const PAST = new RegExp(`^(?:${[...IRREGULAR.keys()].join("|")}|(?:${WITH_T})ten?|(?:${WITH_D})den?)$`, "iu");
/** "vroeg" is a verb only at the place of one; elsewhere it means early. */
const ASKED = /^(Zij|Hij|(?:De|Het|Een) \p{L}+(?: van \p{L}+)?|\p{Lu}\p{L}+(?= vroeg (?:\p{L}+ ){0,3}(?:om|op|of|hoe|naar)(?!\p{L}))) vroeg(?!\p{L}| genoeg)/u;
const LEAST = 3;
const YEAR = /^(?:19|20)\d\d$/;

/** Words, with the article before them, after which a word is no verb: "een betaalde baan". */
const WORDS = /((?:(?:een|de|goed|(?:op|van|in|voor|bij) het) )*)([\p{L}\p{N}-]+)/giu;

/** @param {string} sentence @returns {boolean} whether it says what happened once */
const isFact = (sentence) => ASKED.test(sentence) || [...sentence.matchAll(WORDS)].some(([, article, word = ""]) => !article && (PAST.test(word) || YEAR.test(word)));

/** How others began, which is worth copying: "begonnen met een proef". */
const TRIED = /^((?:(?!\b(?:is|zijn|was|waren|werd|werden|had|hadden)\b).)*)\b(begon|begonnen)\b(?=.*(?:proef|pilot|klein))/iu;
const RECURRING = /^(?:(?!\b(?:die|dat)\b).)*\b(?:(?:elke?|iedere?) (?:\p{L}+ )?(?:dag|week|weken|maand|maanden|kwartaal|jaar)|(?:eens|keer) per|telkens|zodra)\b/iu;

/** @type {(task: string) => boolean} whether it is recurring, and so has no week */
export const isRecurring = (task) => RECURRING.test(firstOf(task));

/** @param {string} step @returns {string} its sentences that say what to do; "" when it begins with a fact */
export function taskOf(step) {
  const ours = step.replace(TRIED, (_, before, word) => before + (word.endsWith("en") ? "beginnen" : "begint"));
  const [first = "", ...others] = splitSentences(ours);
  return isFact(first) ? "" : [first, ...others.filter((sentence) => !isFact(sentence))].join(" "); // what follows a fact leans on it
}

/** Stems that end in an unstressed syllable or have two vowels: they only get "en". */
const ONLY_EN = /(?:[^aeiou]|^)(?:[aeiou]{2}|ij)[^aeiou]+$|[aeiou](?:(?:.*[^t])?el|.*e[nr])$|[^aeiou]{2}$/;

/** @param {string} past @returns {string} the present tense of a verb that `PAST` matches */
function presentOf(past) {
  const word = past.toLowerCase();
  const known = IRREGULAR.get(word);
  if (known) return known;
  const stem = word.replace(/[dt]en?$/, "");
  if (!word.endsWith("n")) return stem.endsWith("t") ? stem : `${stem}t`;
  const open = stem.replace(/([aeou])\1([^aeiou])$/, "$1$2").replace(/([aeiouj])([fs])$/, (_, before, end) => before + (end === "f" ? "v" : "z"));
  return `${open === stem && !ONLY_EN.test(stem) ? stem + stem.slice(-1) : open}en`;
}

/** @type {(sentence: string) => string} in the present tense: "Zij kozen een wijk" becomes "Zij kiezen een wijk" */
export const sayNow = (sentence) => sentence.replace(ASKED, "$1 vraagt").replace(WORDS, (all, article, word) => (!article && PAST.test(word) ? presentOf(word) : all));

/** @type {(steps: readonly string[]) => boolean[]} which steps are ticked at first: those that are tasks, or all when those are fewer than half, or than three */
export function propose(steps) {
  const ours = steps.map((step) => taskOf(step) !== "");
  const count = ours.filter(Boolean).length;
  return count >= LEAST && 2 * count >= steps.length ? ours : steps.map(() => true);
}
