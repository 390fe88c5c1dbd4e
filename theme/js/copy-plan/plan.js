/**
 * A plan of one's own, made from the data of a practice and a few answers: the model that every writer starts from.
 *
 * Everything that it says of the practice comes from its data. What a reader must decide is left to fill in. What stands
 * under Aanpak may be a fact, a goal or an expectation: it stands as what somebody else did, never as a task of the reader.
 */
import { describeDate } from "../lib/days.js";
import { makeSlug } from "../lib/slug.js";
import { joinWords } from "../lib/words.js";
import { addDays, spreadSteps, weekOfYear } from "./schedule.js";
import { ask, clean, link, say, stress } from "./text.js";

/**
 * @import { Organisation, Practice } from "../practice-data.js"
 * @import { Answers } from "./answers.js"
 * @import { Run, Text } from "./text.js"
 *
 * @typedef {{ address: string, tips: { title: string, text: string }[] }} Approach how to approach a partner
 *
 * @typedef {object} Table
 * @property {"table"} kind
 * @property {string} title what it holds, for readers who cannot see it
 * @property {string[]} head one for each column; none when the first column says what each row is
 * @property {number[]} widths of the columns, in hundredths of the page
 * @property {Text[][]} rows
 * @property {boolean} [isWhole] whether it stays on one page
 *
 * @typedef {{ kind: "heading", level: 1 | 2, text: string }
 *   | { kind: "paragraph", text: Text }
 *   | { kind: "note", text: Text }
 *   | { kind: "list", items: Text[] }
 *   | Table} Block
 *
 * @typedef {{ [Kind in Block["kind"]]: (block: Extract<Block, { kind: Kind }>, isIntro: boolean) => string }} Writers
 *   one for each kind of block; what is right above a table is its introduction
 *
 * @typedef {object} Plan
 * @property {string} title
 * @property {string} subtitle
 * @property {string} footer
 * @property {string} author
 * @property {string} source where it came from
 * @property {string} day on which it was made
 * @property {string} file the name of its files, without extension
 * @property {Block[]} blocks
 */

export const NAME = "Plan van aanpak";
const CATALOGUE = "MVO-praktijkcatalogus";
const UNKNOWN = "niet bekend";
/** Risks of any project; ours, and named as such in the plan. */
const CHECKS = ["Wat als er te weinig mensen meedoen?", "Wat als een partner afhaakt?", "Wat als het meer tijd of geld kost dan gedacht?"];
const MONEY = "Wat de bron over geld zegt";
/** @type {Text} */
const EMPTY = [];
const PROBLEM = "Aanleiding";
const APPROACH = "Aanpak";
const RESULTS = "Resultaten";
const LESSONS = "Lessen";
const LISTS = ["lijst", "stappen"];

/** @type {(practice: Practice) => string[]} the points of its approach, or its paragraphs when it has none */
export function stepsOf(practice) {
  const blocks = blocksUnder(practice, APPROACH);
  const points = blocks.filter(({ soort }) => LISTS.includes(soort)).flatMap(({ punten }) => punten);
  return (points.length ? points : blocks.flatMap(({ punten }) => punten)).map(clean).filter(Boolean);
}

/** @type {(practice: Practice, answers: Answers, approach: Approach, today: string) => Plan} */
export function makePlan(practice, answers, approach, today) {
  const association = clean(answers.association);
  const name = association ? `${NAME} van ${association}` : NAME;
  return {
    title: clean(practice.titel),
    subtitle: name,
    footer: name,
    author: association || CATALOGUE,
    source: clean(practice.adres),
    day: today,
    file: fileName(practice.slug),
    blocks: [
      ...summary(practice, { ...answers, association }, today),
      ...problem(practice),
      ...goal(practice),
      ...schedule(practice, answers),
      ...freedom(practice),
      ...budget(practice),
      ...lessons(practice),
      ...risks(practice),
      ...partners(practice, approach),
      ...measuring(practice, answers),
      ...sources(practice, today),
    ],
  };
}

/** @type {(plan: Plan, writers: Writers) => string[]} */
export function writeBlocks({ blocks }, writers) {
  return blocks.map((block, place) => {
    const write = /** @type {(block: Block, isIntro: boolean) => string} */ (writers[block.kind]);
    return write(block, blocks[place + 1]?.kind === "table");
  });
}

/** @param {unknown} slug @returns {string} a name that no system objects to */
export function fileName(slug) {
  const name = makeSlug(clean(slug));
  return name ? `plan-van-aanpak-${name}` : "plan-van-aanpak";
}

/** @param {Practice} practice @param {Answers} answers @param {string} today @returns {Block[]} */
function summary(practice, { association, leader, start, weeks }, today) {
  const { onderbouwing, samenvatting, corporaties } = practice;
  const doers = joinWords(corporaties.map(({ naam }) => clean(naam)).filter(Boolean));
  const certainty = `${onderbouwing.naam} (${onderbouwing.stap} van ${onderbouwing.van}). ${onderbouwing.betekenis}`;
  const money = factOf(practice, MONEY);
  /** @type {[what: string, text: Text][]} */
  const rows = [
    ["Corporatie", association ? say(association) : ask("[naam]")],
    ["Projectleider", leader ? say(leader) : ask("[functie]")],
    ["Start", start ? say(describeDate(start)) : ask("[datum]")],
    ["Looptijd", weeks ? say(`${weeks} ${weeks === 1 ? "week" : "weken"}`) : ask("[aantal] weken")],
    ["Gevraagd besluit", ask("[wat u van het bestuur vraagt]")],
    ["Wie deed dit", say(doers || UNKNOWN)],
    ["Wat kostte het daar", say(factOf(practice, "Kosten") || UNKNOWN)],
    ...(money ? [/** @type {[string, Text]} */ ([MONEY, say(money)])] : []),
    ["Hoeveel is bekend", say(certainty)],
    ["Opgesteld", say(describeDate(today))],
  ];
  return [
    { kind: "note", text: say(samenvatting) },
    { kind: "table", title: "In het kort", head: [], widths: [30, 70], rows: rows.map(([what, text]) => [stress(what), text]) },
  ];
}

/** @param {Practice} practice @returns {Block[]} */
function problem(practice) {
  const known = textUnder(practice, PROBLEM);
  return [
    heading("Waarom"),
    ...(known.length ? [paragraph(say("Zo was het bij een ander:")), ...known] : []),
    paragraph(ask(`${known.length ? "" : "De aanleiding bij anderen is niet bekend in de catalogus. "}Bij ons speelt: [het probleem, voor wie, en sinds wanneer].`)),
  ];
}

/** @param {Practice} practice @returns {Block[]} */
function goal({ doelgroepen }) {
  const groups = doelgroepen.map(clean).filter(Boolean);
  return [
    heading("Doel"),
    paragraph(ask("Wij willen [wat] bereiken, voor [aantal] [wie], vóór [datum].")),
    ...(groups.length ? [paragraph(say(`De praktijk is bedoeld voor: ${groups.join("; ")}.`))] : []),
  ];
}

/** @param {Practice} practice @param {Answers} answers @returns {Block[]} */
function schedule(practice, { leader, start, weeks, dropped }) {
  const steps = stepsOf(practice);
  const taken = steps.filter((_, place) => !dropped.has(place));
  const left = steps.filter((_, place) => dropped.has(place));
  const moments = spreadSteps(taken.length, start, weeks);
  const ours = ask("[wat wij doen]");
  const rows = taken.map((step, place) => {
    const { week = null, day = null } = moments[place] ?? {};
    return [say(place + 1), say(step), ours, say(leader), say(week ?? ""), say(day ? `${describeDate(day, "short")} (week ${weekOfYear(day)})` : "")];
  });
  const own = [1, 2].map((extra) => [say(taken.length + extra), EMPTY, ours, EMPTY, EMPTY, EMPTY]);
  const took = factOf(practice, "Doorlooptijd");
  return [
    heading("Stappen"),
    paragraph(
      say(
        taken.length
          ? "Links staat wat de catalogus over de aanpak van een ander zegt. Daar kunnen ook feiten, doelen en verwachtingen bij zijn. Rechts schrijft u wat u zelf doet. Wordt iets bij u geen stap? Haal de rij dan weg."
          : "Schrijf op wat u doet, wie dat doet en wanneer.",
      ),
    ),
    table(
      "Stappen: zo deed een ander het, en wat wij doen",
      { "Nr.": 6, "Zo deed een ander het": 28, "Wij doen": 23, "Wie bij ons (rol)": 18, "Week van ons plan": 10, "Bij ons vanaf": 15 },
      [...rows, ...own],
    ),
    ...(weeks && taken.length ? [paragraph(say("De weken zijn gelijk verdeeld over uw looptijd. Zij komen niet uit de praktijk. Verschuif wat bij u anders loopt."))] : []),
    paragraph(say(`Doorlooptijd bij de praktijk, van het besluit tot het eerste resultaat: ${took || UNKNOWN}.`)),
    ...(left.length ? [paragraph(say("Dit nemen wij niet over:"))] : []),
    ...list(left.map(say)),
  ];
}

/** @param {Practice} practice @returns {Block[]} */
function freedom({ werkzaam, aanpasbaar }) {
  const part = (/** @type {string} */ name, /** @type {string[]} */ points, /** @type {string} */ own) => [
    ...(points.length ? [heading(name, 2)] : []),
    ...list(points.map(say)),
    paragraph(ask(points.length ? own : `${name}, is niet bekend in de catalogus. ${own}`)),
  ];
  return [
    heading("Wat blijft en wat mag anders"),
    ...part("Wat moet blijven", werkzaam, "Wij houden vast aan: [wat u niet verandert]."),
    ...part("Wat mag anders", aanpasbaar, "Wij doen anders: [wat u verandert, en waarom]."),
  ];
}

/** @param {Practice} practice @returns {Block[]} */
function budget(practice) {
  const costs = factOf(practice, "Kosten");
  const money = factOf(practice, MONEY);
  const hours = factOf(practice, "Inzet");
  const posts = ["Eigen uren", "Inkoop en opdrachten", "", "", "Onvoorzien"].map((post) => [say(post), EMPTY, EMPTY, EMPTY]);
  const total = [stress("Totaal"), EMPTY, EMPTY, EMPTY];
  return [
    heading("Begroting"),
    { kind: "note", text: say(`Kosten bij de praktijk: ${sentence(costs)} ${money ? `${MONEY}: ${sentence(money)} ` : ""}Eigen uren van de corporatie in het eerste jaar: ${sentence(hours)}`) },
    { ...table("Begroting", { Post: 40, "Eenmalig (€)": 18, "Per jaar (€)": 18, "Wie betaalt": 24 }, [...posts, total]), isWhole: true },
  ];
}

/** @param {Practice} practice @returns {Block[]} */
function lessons(practice) {
  const known = textUnder(practice, LESSONS);
  return [
    heading("Lessen"),
    ...(known.length ? known : [paragraph(ask("Niet bekend in de catalogus. Wij vroegen het aan [wie het al deed], en leerden: [wat]."))]),
  ];
}

/** @param {Practice} practice @returns {Block[]} */
function risks({ voorwaarden, niet_geschikt }) {
  const known = [...voorwaarden.map((text) => [text, "Voorwaarde bij de praktijk"]), ...niet_geschikt.map((text) => [text, "Past niet, volgens de praktijk"])];
  const rows = [...known, ...CHECKS.map((text) => [text, "Algemene vraag"])].map(([text, from]) => [say(text), say(from), EMPTY, EMPTY]);
  const own = [EMPTY, say("Onszelf"), EMPTY, EMPTY];
  return [
    heading("Risico’s"),
    paragraph(
      say(`${known.length ? "Schrijf op hoe groot de kans bij u is en wat u eraan doet." : "Risico’s van deze praktijk: niet bekend in de catalogus. Vul zelf in."} De algemene vragen passen bij elk project en komen niet uit deze praktijk.`),
    ),
    table("Risico’s en wat wij eraan doen", { "Waar wij op letten": 40, "Komt van": 16, "Kans bij ons": 16, "Wat wij doen": 28 }, [...rows, own, own]),
  ];
}

/** @param {Practice} practice @param {Approach} approach @returns {Block[]} */
function partners(practice, { address, tips }) {
  const colleagues = [
    ...practice.corporaties.map(({ naam, adres }) => [...link(naam, adres), { text: ": deed dit" }]),
    ...practice.overgenomen.map(({ corporatie, jaar }) => [...link(corporatie, ""), { text: jaar ? `: nam het over (${jaar})` : ": nam het over" }]),
  ];
  const rows = practice.partners.map((partner) => [
    [...link(partner.naam, partner.adres), ...say(partner.soort.naam).map(({ text }) => ({ text: `: ${text.toLowerCase()}` }))],
    about(partner),
    ask(clean(partner.vraag)),
    EMPTY,
  ]);
  const also = practice.ook_betrokken.map(clean).filter(Boolean);
  return [
    heading("Partners benaderen"),
    ...list(tips.map(({ title, text }) => [...stress(`${title}.`), ...say(text).map((run) => ({ ...run, text: ` ${run.text}` }))])),
    ...(address ? [paragraph([{ text: "Lees ook: " }, ...link("Een bedrijf benaderen", address), { text: "." }])] : []),
    paragraph(say(rows.length ? "Met deze partners werkte de praktijk. Zoek wie dat bij u is, en pas de eerste vraag aan." : "In de catalogus staan geen partners bij deze praktijk. Schrijf zelf op wie u nodig hebt.")),
    table(
      "Partners en de eerste vraag",
      { "Partner bij de praktijk": 22, "Kern en aanbod": 23, "Onze eerste vraag": 36, "Wie bij ons, en wie belt": 19 },
      [...rows, [EMPTY, EMPTY, EMPTY, EMPTY]],
    ),
    ...(also.length ? [paragraph(say(`Ook betrokken bij de praktijk: ${joinWords(also)}.`))] : []),
    ...(colleagues.length ? [paragraph(ask("Collega’s om te bellen. Vraag: wat zou u nu anders doen, en wat kostte meer tijd dan gedacht?"))] : []),
    ...list(colleagues),
  ];
}

/** @param {Organisation} partner @returns {Text} */
function about({ kernactiviteit, biedt }) {
  const offers = joinWords(biedt.map(({ naam }) => clean(naam).toLowerCase()).filter(Boolean));
  const known = [kernactiviteit && `Kern: ${sentence(kernactiviteit)}`, offers && `Biedt: ${sentence(offers)}`].filter(Boolean);
  return say(known.join(" ") || UNKNOWN);
}

/** @param {Practice} practice @param {Answers} answers @returns {Block[]} */
function measuring(practice, { start, weeks }) {
  const results = blocksUnder(practice, RESULTS).filter(({ soort }) => soort !== "kop").flatMap(({ punten }) => punten);
  const adopted = practice.overgenomen.flatMap(({ corporatie, resultaat }) => (resultaat ? [`${corporatie}: ${resultaat}`] : []));
  const rows = [...results, ...adopted].map((text) => [say(text), EMPTY, EMPTY, EMPTY, EMPTY]);
  const blank = Array.from({ length: rows.length ? 2 : 4 }, () => [EMPTY, EMPTY, EMPTY, EMPTY, EMPTY]);
  return [
    heading("Meten"),
    paragraph(say(rows.length ? "Links staan resultaten van anderen. Of die door de aanpak kwamen, is niet altijd bekend. Kies wat u zelf meet, en meet het ook vóór de start." : "In de catalogus staan geen resultaten. Kies zelf wat u meet, en meet het ook vóór de start.")),
    table(
      "Meetformulier",
      { "Resultaat elders, of wat wij meten": 38, "Bij ons vooraf": 16, "Bij ons achteraf": 16, Wanneer: 15, "Wie meet": 15 },
      [...rows, ...blank],
    ),
    paragraph(ask(`Wij kijken terug op ${start && weeks ? describeDate(addDays(start, 7 * weeks)) : "[datum]"}. Wij gaan door als [wat er dan bereikt is]. Anders [wat u dan doet].`)),
  ];
}

/** @param {Practice} practice @param {string} today @returns {Block[]} */
function sources({ titel, adres, bronnen, materialen, gecontroleerd, licentie }, today) {
  const found = bronnen.map(({ titel: title, uitgever, adres: address, datum, archief }) => {
    const origin = [uitgever, datum ? describeDate(datum) : ""].map(clean).filter(Boolean).join(", ");
    return [
      ...say(title),
      ...(origin ? [{ text: ` (${origin})` }] : []),
      ...(address ? [{ text: ". " }, ...link(address, address)] : []),
      ...(archief ? [{ text: ". Bewaarde kopie: " }, ...link(archief, archief)] : []),
    ];
  });
  const material = materialen.map(({ titel: title, adres: address, soort }) => [...say(`${title} (${soort.toLowerCase()}). `).map(spaced), ...link(address, address)]);
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

/** @param {string} text @param {1 | 2} [level] @returns {Block} */
const heading = (text, level = 1) => ({ kind: "heading", level, text });

/** @param {Text} text @returns {Block} */
const paragraph = (text) => ({ kind: "paragraph", text });

/** @param {Text[]} items @returns {Block[]} nothing without items */
const list = (items) => (items.length ? [{ kind: "list", items }] : []);

/** @param {string} title @param {Record<string, number>} columns with their widths @param {Text[][]} rows @returns {Table} */
const table = (title, columns, rows) => ({ kind: "table", title, head: Object.keys(columns), widths: Object.values(columns), rows });

/** @param {Run} run @returns {Run} */
const spaced = (run) => ({ ...run, text: `${run.text} ` });

/** @param {string} text @returns {string} with a point, or that it is not known */
function sentence(text) {
  const known = clean(text) || UNKNOWN;
  return /[.!?]$/.test(known) ? known : `${known}.`;
}

/** @param {Practice} practice @param {string} name */
function blocksUnder({ tekst }, name) {
  return tekst.filter(({ kop }) => kop === name).flatMap(({ blokken }) => blokken);
}

/** @param {Practice} practice @param {string} name @returns {Block[]} */
function textUnder(practice, name) {
  return blocksUnder(practice, name).flatMap(({ soort, punten }) => {
    if (LISTS.includes(soort)) return list(punten.map(say));
    return punten.map((text) => (soort === "kop" ? heading(clean(text), 2) : paragraph(say(text))));
  });
}

/** @param {Practice} practice @param {string} name @returns {string} */
function factOf({ feiten }, name) {
  return clean(feiten.find(({ naam }) => naam === name)?.waarde);
}
