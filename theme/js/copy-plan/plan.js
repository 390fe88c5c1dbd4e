/**
 * The plan of approach: a paper (theme/js/papers/), made from the data of a practice and a few answers of the reader.
 *
 * What the reader's organisation does, decides and pays is left blank, except for the steps: those are the steps of the practice
 * that say what to do. What the others did, found or paid stands under one heading, "Zo deed een ander het".
 */
import { describeDate } from "../lib/days.js";
import { makeSlug } from "../lib/slug.js";
import { firstOf, joinWords } from "../lib/text.js";
import { heading, list, pairs, paragraph, table } from "../papers/paper.js";
import { clean, link, plain, strong, withBlanks } from "../papers/text.js";
import { addDays, spreadSteps, weekOfYear } from "./schedule.js";
import { sayOfUs } from "./ours.js";
import { isRecurring, sayNow, taskOf } from "./tasks.js";

/**
 * @import { Organisation, Practice } from "../practice-data.js"
 * @import { Block, Paper } from "../papers/paper.js"
 * @import { Text } from "../papers/text.js"
 * @import { Answers } from "./answers.js"
 */

export const NAME = "Plan van aanpak";
export const OTHERS = "Zo deed een ander het";
const CATALOGUE = "MVO-praktijkcatalogus";
/** Risks of any project, for a practice without known risks. */
const CHECKS = ["Er doen te weinig mensen mee.", "Een partner haakt af.", "Het kost meer tijd of geld dan gedacht."];
/** @type {Text} */
const EMPTY = [];
const MOST_MEASURES = 5;
const APPROACH = "Aanpak";
const LISTS = ["lijst", "stappen"];
/** The facts that the plan shows, by their name in the data. */
const FACTS = ["Waar", "Wanneer", "Wat zij vragen", "Kosten", "Wat de bron over geld zegt", "Inzet", "Doorlooptijd"];

/** @type {(practice: Practice) => string[]} the items of its approach, each a step that somebody took */
export function stepsOf(practice) {
  return blocksUnder(practice, APPROACH).filter(({ soort }) => LISTS.includes(soort)).flatMap(({ punten }) => punten).map(clean).filter(Boolean);
}

/** @type {(practice: Practice, answers: Answers, approach: string, today: string) => Paper} `approach` is the address of the page about approaching partners, or "" */
export function makePlan(practice, answers, approach, today) {
  const association = clean(answers.association);
  const name = association ? `${NAME} van ${association}` : NAME;
  return {
    title: clean(practice.titel),
    kind: name,
    footer: name,
    author: association || CATALOGUE,
    source: clean(practice.adres),
    day: today,
    file: fileName(practice.slug),
    layout: "plan",
    blocks: [
      ...summary(practice, { ...answers, association }, today),
      heading("Waarom"),
      paragraph(withBlanks("Bij ons speelt: [het probleem, voor wie, en sinds wanneer].")),
      heading("Doel"),
      paragraph(withBlanks("Wij willen [wat] bereiken, voor [aantal] [wie], vóór [datum].")),
      ...schedule(practice, { ...answers, association }),
      ...partners(practice, approach),
      ...calls(practice),
      ...budget(),
      ...risks(practice),
      ...measuring(practice, answers),
      ...others(practice, answers),
      ...sources(practice, today),
    ],
  };
}

/** @param {unknown} slug @returns {string} a file name that every system accepts */
export function fileName(slug) {
  const name = makeSlug(clean(slug));
  return name ? `plan-van-aanpak-${name}` : "plan-van-aanpak";
}

/** @param {Practice} practice @param {Answers} answers @param {string} today @returns {Block[]} */
function summary(practice, { association, leader, start, weeks }, today) {
  const { samenvatting, uitkomst } = practice;
  const costs = factOf(practice, "Kosten");
  /** @type {[what: string, text: Text][]} */
  const rows = [
    ["Corporatie", association ? plain(association) : withBlanks("[naam]")],
    ["Projectleider", leader ? plain(leader) : withBlanks("[functie]")],
    ["Start", start ? plain(describeDate(start)) : withBlanks("[datum]")],
    ["Looptijd", weeks ? plain(`${weeks} ${weeks === 1 ? "week" : "weken"}`) : withBlanks("[aantal] weken")],
    ["Gevraagd besluit", withBlanks("[wat u van het bestuur vraagt]")],
    ...(uitkomst ? [/** @type {[string, Text]} */ (["Uitkomst bij hen", plain(uitkomst)])] : []),
    ...(costs ? [/** @type {[string, Text]} */ (["Kosten bij hen", plain(costs)])] : []),
    ["Opgesteld", plain(describeDate(today))],
  ];
  return [{ kind: "note", text: plain(samenvatting) }, pairs("In het kort", rows.map(([what, text]) => [strong(what), text]))];
}

/** @param {Practice} practice @param {Answers} answers @returns {Block[]} */
function schedule(practice, { association, leader, start, weeks, dropped, own }) {
  const theirs = stepsOf(practice).filter((_, place) => !dropped.has(place)).map((step) => ours(step, practice, association));
  const taken = [...theirs, ...own];
  const moments = spreadSteps(taken.filter((task) => !isRecurring(task)).length, start, weeks);
  const rows = [...taken, "", ""].map((task, place) => {
    const { week = null, day = null } = isRecurring(task) || place >= taken.length ? {} : (moments.shift() ?? {});
    return [plain(place + 1), place >= theirs.length && task ? plain(task) : withBlanks(task || "[wat wij doen]"), place < taken.length ? plain(leader) : EMPTY, plain(week ?? ""), plain(isRecurring(task) ? "Doorlopend" : day ? `${describeDate(day, "short")} (wk ${weekOfYear(day)})` : "")];
  });
  return [
    heading("Stappen"),
    paragraph(plain(`${theirs.length ? `${own.length ? "De eerste" : "Deze"} stappen komen uit de praktijk. Hoe het daar ging, staat onder “${OTHERS}”.` : "Schrijf op wat u doet, wie dat doet en wanneer."}${start && weeks && taken.length ? " De weken zijn gelijk verdeeld over uw looptijd: verschuif wat bij u anders loopt." : ""}`)),
    table("Stappen", { "Nr.": 6, "Wat wij doen": 45, "Wie (rol)": 18, Week: 9, Vanaf: 22 }, rows),
    paragraph(withBlanks(`Wij houden vast aan:${practice.werkzaam.length ? "" : " [wat u niet verandert]."}`)),
    ...list(practice.werkzaam.map(plain)),
    paragraph(withBlanks(`Wij doen anders: [wat u verandert, en waarom].${practice.aanpasbaar.length ? " Dit mag anders:" : ""}`)),
    ...list(practice.aanpasbaar.map(plain)),
  ];
}

/** @type {(step: string, practice: Practice, association: string) => string} what the reader's organisation can do of a step */
const ours = (step, practice, association) => sayOfUs(taskOf(step) || sayNow(firstOf(step)), practice, association);

/** @returns {Block[]} */
function budget() {
  const posts = ["Eigen uren", "Inkoop en opdrachten", "Onvoorzien"].map((post) => [plain(post), EMPTY, EMPTY, EMPTY]);
  return [heading("Begroting"), table("Begroting", { Post: 40, "Eenmalig (€)": 18, "Per jaar (€)": 18, "Wie betaalt": 24 }, [...posts, [strong("Totaal"), EMPTY, EMPTY, EMPTY]])];
}

/** @param {Practice} practice @returns {Block[]} */
function risks({ risicos }) {
  const known = risicos.map(({ tekst, soort }) => [tekst, soort]);
  const rows = [...(known.length ? known : CHECKS.map((text) => [text, "Bij elk project"])), ["", "Eigen risico"]].map(([text, from]) => [plain(text), plain(from), EMPTY, EMPTY]);
  return [heading("Risico’s"), table("Risico’s, en wat wij eraan doen", { "Waar wij op letten": 40, Soort: 16, "Kans bij ons": 14, "Wat wij doen": 30 }, rows)];
}

/** @param {Practice} practice @param {string} approach @returns {Block[]} */
function partners({ partners: known, ook_betrokken }, approach) {
  const rows = known.map((partner) => [[...link(partner.naam, partner.adres), ...plain(partner.soort.naam).map(({ text }) => ({ text: ` (${text.toLowerCase()})` }))], withBlanks(clean(partner.vraag)), EMPTY]);
  const also = ook_betrokken.map(clean).filter(Boolean);
  const tips = "Stel een concrete vraag, sluit aan bij wat de partner elke dag doet, en begin klein.";
  return [
    heading("Partners"),
    paragraph([{ text: `${rows.length ? "Met deze partners werkte de praktijk. Zoek wie dat bij u is. " : ""}${tips}` }, ...(approach ? [{ text: " Lees ook: " }, ...link("Een bedrijf benaderen", approach), { text: "." }] : [])]),
    table("Partners en de eerste vraag", { "Partner bij hen": 28, "Onze eerste vraag": 46, "Partner bij ons, en wie belt": 26 }, [...rows, [also.length ? plain(`Ook betrokken: ${joinWords(also)}`) : EMPTY, EMPTY, EMPTY]]),
  ];
}

/** @param {Practice} practice @returns {Block[]} whom to call, with a question to begin with */
function calls({ corporaties, bellen, zoiets }) {
  const doers = corporaties.map(({ naam, adres, vraag }) => [...link(naam, adres), { text: ". " }, ...withBlanks(clean(vraag))]);
  const contacts = bellen.map(({ naam, woorden, adres }) => [...plain(`${naam}:`), { text: " " }, ...link(woorden, adres)]);
  const peers = zoiets.map(({ corporatie, praktijk, adres }) => [...plain(`${corporatie} deed ook zoiets:`), { text: " " }, ...link(praktijk, adres)]);
  const all = [...doers, ...contacts, ...peers];
  return all.length ? [heading("Wie kunnen wij bellen?"), ...list(all)] : [];
}

/** Numbers that cannot be replaced by a blank: in a name, a rank, a range, a day, or between parentheses. */
const IN_A_WORD = /\p{L}\d|\d\p{L}|\d[-–/]\d|\([^)]*\d|\d (?:jan|feb|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)/u;
const YEAR = /(^|[^\d.,])(?:19|20)\d\d(?![\d%])/g;
/** Words of a source about a number, which is then no result to measure. */
const SAID = /(?:^|\P{L})(?:volgens|noem(?:t|en|de|den)|bron(?:nen)?)(?!\p{L})/iu;

/** @type {(practice: Practice) => string[]} what the others measured, each once, rewritten for the reader's organisation with a blank for each number */
function measuresOf(practice) {
  const clauses = [practice.uitkomst ?? "", ...pointsUnder(practice, "Resultaten")].flatMap((text) => firstOf(clean(text)).split("; ").slice(0, 1));
  const counted = clauses.filter((text) => /\d/.test(text.replace(YEAR, "")) && !IN_A_WORD.test(text) && !SAID.test(text));
  const named = counted.map((text) => /^([^:\d]{5,60}): /.exec(text)?.[1] ?? sayOfUs(text.replace(YEAR, "$1[jaar]").replace(/[.]?$/, "."), practice, ""));
  /** @type {(text: string) => string[]} */
  const wordsOf = (text) => text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  const isNew = (/** @type {string} */ text, /** @type {number} */ place) => !named.slice(0, place).some((one) => wordsOf(text).every((word) => wordsOf(one).includes(word)));
  return named.filter(isNew).slice(0, MOST_MEASURES);
}

/** @param {Practice} practice @param {Answers} answers @returns {Block[]} */
function measuring(practice, { start, weeks }) {
  const known = measuresOf(practice);
  const rows = [...known, ...(known.length ? [""] : ["", "", ""])];
  return [
    heading("Meten"),
    paragraph(plain(`Meet het ook vóór de start. Wat anderen maten, staat onder “${OTHERS}”.`)),
    table("Meetformulier", { "Wat wij meten": 38, Vooraf: 16, Achteraf: 16, Wanneer: 15, "Wie meet": 15 }, rows.map((text) => [withBlanks(text), EMPTY, EMPTY, EMPTY, EMPTY])),
    paragraph(withBlanks(`Wij kijken terug op ${start && weeks ? describeDate(addDays(start, 7 * weeks)) : "[datum]"}. Wij gaan door als [wat er dan bereikt is]. Anders [wat u dan doet].`)),
  ];
}

/** @param {Practice} practice @param {Answers} answers @returns {Block[]} what the others did, and the outcome */
function others(practice, { dropped }) {
  const { onderbouwing, uitkomst, corporaties, partners: with_, doelgroepen, overgenomen } = practice;
  const part = (/** @type {string} */ name, /** @type {Block[]} */ blocks) => (blocks.length ? [heading(name, 2), ...blocks] : []);
  const text = (/** @type {string} */ name) => part(name, textUnder(practice, name));
  const names = (/** @type {Organisation[]} */ some) => joinWords(some.map(({ naam }) => clean(naam)));
  const known = [["Door", names(corporaties)], ["Met", names(with_)], ["Voor wie", doelgroepen.map(clean).join("; ")], ...FACTS.map((name) => [name, factOf(practice, name)])].filter(([, words]) => words);
  const results = textUnder(practice, "Resultaten");
  const adopted = overgenomen.map(({ corporatie, jaar, resultaat }) => plain(`${corporatie} nam het over${jaar ? ` (${jaar})` : ""}${resultaat ? `: ${resultaat}` : "."}`));
  return [
    heading(OTHERS),
    pairs("Feiten van de praktijk", [...known.map(([what = "", words]) => [strong(what), plain(words)]), [strong("Onderbouwing"), plain(`${onderbouwing.naam}. ${onderbouwing.betekenis}`)]]),
    ...part("Resultaten", [...(uitkomst ? [paragraph(strong(uitkomst))] : []), ...(results.length || uitkomst ? results : [paragraph(plain("Niet bekend in de catalogus."))]), ...list(adopted)]),
    ...text("Aanleiding"),
    ...(dropped.size === 0 && stepsOf(practice).every((step) => ours(step, practice, "") === step) ? [] : text(APPROACH)),
    ...text("Verloop"),
    ...part("Wat zij leerden", textUnder(practice, "Lessen")),
  ];
}

/** @param {Practice} practice @param {string} today @returns {Block[]} */
function sources({ titel, adres, bronnen, materialen, gecontroleerd, licentie }, today) {
  const found = bronnen.map(({ titel: title, uitgever, adres: address, datum, archief }) => {
    const origin = [uitgever, datum ? describeDate(datum) : ""].map(clean).filter(Boolean).join(", ");
    return [
      ...plain(title),
      ...(origin ? [{ text: ` (${origin})` }] : []),
      ...(address ? [{ text: ". " }, ...link(address, address)] : []),
      ...(archief ? [{ text: ". Bewaarde kopie: " }, ...link(archief, archief)] : []),
    ];
  });
  const material = materialen.map(({ titel: title, adres: address, soort }) => [...plain(title), { text: ` (${soort.toLowerCase()}). ` }, ...link(address, address)]);
  return [
    ...(material.length ? [heading("Materiaal om te gebruiken")] : []),
    ...list(material),
    heading("Bronnen en herkomst"),
    ...list(found),
    paragraph([
      { text: `Dit plan is op ${describeDate(today)} gemaakt uit “${clean(titel)}” in de ${CATALOGUE}, gecontroleerd op ${describeDate(gecontroleerd)}: ` },
      ...link(adres, adres),
      { text: `. Licentie van die tekst: ${clean(licentie)}. ${/^CC BY/.test(licentie) ? "U mag de tekst gebruiken en veranderen als u de bron noemt." : ""}`.trimEnd() },
    ]),
  ];
}

/** @param {Practice} practice @param {string} name */
function blocksUnder({ tekst }, name) {
  return tekst.filter(({ kop }) => kop === name).flatMap(({ blokken }) => blokken);
}

/** @param {Practice} practice @param {string} name @returns {string[]} the items below that heading, without inner headings */
function pointsUnder(practice, name) {
  return blocksUnder(practice, name).filter(({ soort }) => soort !== "kop").flatMap(({ punten }) => punten);
}

/** @param {Practice} practice @param {string} name @returns {Block[]} */
function textUnder(practice, name) {
  return blocksUnder(practice, name).flatMap(({ soort, punten }) => {
    if (LISTS.includes(soort)) return list(punten.map(plain), soort === "stappen");
    return punten.map((text) => paragraph(soort === "kop" ? strong(text) : plain(text)));
  });
}

/** @param {Practice} practice @param {string} name @returns {string} */
function factOf({ feiten }, name) {
  return clean(feiten.find(({ naam }) => naam === name)?.waarde);
}
