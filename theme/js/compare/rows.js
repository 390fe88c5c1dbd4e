/** Turn the data of practices into the rows of a comparison, and say which rows differ. */
import { describeDate } from "../lib/days.js";

/**
 * @import { Adoption, Organisation, Practice, Section, Source } from "../practice-data.js"
 *
 * @typedef {{ text: string, address: string | null, note?: string }} Link with an optional note after it
 *
 * @typedef {{ kind: "text", text: string }
 *   | { kind: "heading", text: string }
 *   | { kind: "list" | "steps", items: string[], start?: number }
 *   | { kind: "links", items: Link[] }} Part
 *
 * @typedef {Part[]} Cell of one practice in a row; empty when unknown
 *
 * @typedef {"same" | "differs" | "partly" | "text"} Status "partly": some practices are unknown, and the others are the same. "text": each
 *   practice has a text of its own, so that a difference says nothing
 *
 * @typedef {{ name: string, status: Status, cells: Cell[] }} Row with a cell per practice, in order
 * @typedef {{ name: string, rows: Row[] }} Group
 * @typedef {{ groups: Group[], unknown: string[] }} Comparison `unknown` are the names of rows without any cell
 */

const RESULTS = "Resultaten";
const STORY = ["Aanleiding", "Aanpak", "Lessen"];
const EVIDENCE = "Onderbouwing";
/** The row of a source's own words about money, beside the scale. */
const MONEY = "Wat de bron over geld zegt";
/** The facts that come first. */
const ASKED_FIRST = ["Wat zij vragen", "Kosten", MONEY, "Inzet"];
/** The facts with a scale, where a difference means something. */
const SCALES = [EVIDENCE, "Kosten", "Inzet", "Doorlooptijd", "Wat moet u regelen?", "Fase"];
/** The rows that are not listed as unknown when no practice has them. */
const OPTIONAL = ["Wat zij vragen", "Meer uitleg", "Ook betrokken", MONEY];
const ADVICE = /** @type {const} */ ([
  ["Wat moet blijven", "werkzaam"],
  ["Wat anders mag", "aanpasbaar"],
  ["Past wel", "voorwaarden"],
  ["Past niet", "niet_geschikt"],
]);
const BLOCKS = /** @type {Record<string, "list" | "steps">} */ ({ lijst: "list", stappen: "steps" });

/** @param {readonly Practice[]} practices @returns {Comparison} */
export function compare(practices) {
  const facts = [...new Set([...ASKED_FIRST, ...practices.flatMap(({ feiten }) => feiten.map((fact) => fact.naam))])];
  /** @type {[group: string, rows: [name: string, cellOf: (practice: Practice) => Cell][]][]} */
  const plan = [
    [
      "Wat het opleverde",
      [
        ["Uitkomst", ({ wat_het_opleverde }) => words(wat_het_opleverde)],
        [EVIDENCE, (practice) => fact(practice, EVIDENCE)],
        [RESULTS, (practice) => section(practice, RESULTS)],
      ],
    ],
    ["In het kort", [["Samenvatting", ({ samenvatting }) => words(samenvatting)]]],
    ["Feiten", facts.filter((name) => name !== EVIDENCE).map((name) => [name, (practice) => fact(practice, name)])],
    [
      "Wie",
      [
        ["Corporaties", ({ corporaties }) => links(corporaties.map(organisation))],
        ["Partners", ({ partners }) => links(partners.map(organisation))],
        ["Ook betrokken", ({ ook_betrokken }) => list(ook_betrokken)],
        ["Contact", ({ contact }) => links(contact.adres ? [{ text: contact.woorden, address: contact.adres, ...(contact.kop !== "Contact" && { note: contact.kop }) }] : [])],
        ["Thema’s", ({ themas }) => links(themas.map((topic) => ({ text: topic.naam, address: topic.adres })))],
      ],
    ],
    [
      "Hoe het ging",
      [
        ...STORY.map((name) => /** @type {[string, (practice: Practice) => Cell]} */ ([name, (practice) => section(practice, name)])),
        ["Meer uitleg", others],
      ],
    ],
    [
      "Zelf doen",
      [
        ...ADVICE.map(([name, key]) => /** @type {[string, (practice: Practice) => Cell]} */ ([name, (practice) => list(practice[key])])),
        ["Overgenomen door", ({ overgenomen }) => list(overgenomen.map(adoption))],
        ["Materiaal", ({ materialen }) => links(materialen.map(({ titel, adres, soort }) => ({ text: titel, address: adres, note: soort })))],
      ],
    ],
    [
      "Bronnen",
      [
        ["Bronnen", ({ bronnen }) => links(bronnen.map(source))],
        ["Gecontroleerd", ({ gecontroleerd }) => words(describeDate(gecontroleerd))],
      ],
    ],
  ];
  /** @type {string[]} */
  const unknown = [];
  const groups = plan.map(([name, rows]) => ({
    name,
    rows: rows.flatMap(([row, cellOf]) => {
      const cells = practices.map(cellOf);
      if (cells.every((cell) => cell.length === 0)) {
        if (!OPTIONAL.includes(row)) unknown.push(row);
        return [];
      }
      return [{ name: row, cells, status: judge(row, cells) }];
    }),
  }));
  const isMoneyKnown = groups.some(({ rows }) => rows.some(({ name }) => name === MONEY));
  return { groups: groups.filter(({ rows }) => rows.length > 0), unknown: unknown.filter((name) => name !== "Kosten" || !isMoneyKnown) };
}

/** @type {(row: string, cells: readonly Cell[]) => Status} unknown cells are not a difference */
function judge(row, cells) {
  const known = cells.filter((cell) => cell.length > 0).map((cell) => JSON.stringify(cell));
  if (new Set(known).size > 1) return SCALES.includes(row) ? "differs" : "text";
  return known.length < cells.length ? "partly" : "same";
}

/** @param {string} text @returns {Cell} */
function words(text) {
  return text ? [{ kind: "text", text }] : [];
}

/** @param {string[]} items @returns {Cell} */
function list(items) {
  return items.length > 0 ? [{ kind: "list", items }] : [];
}

/** @param {Link[]} items @returns {Cell} */
function links(items) {
  return items.length > 0 ? [{ kind: "links", items }] : [];
}

/** @param {Practice} practice @param {string} name @returns {Cell} */
function fact({ feiten }, name) {
  const found = feiten.find((one) => one.naam === name);
  return found ? words(withCapital(found.waarde)) : [];
}

/** @param {string} text @returns {string} with a capital: "Eén", not "Één" */
function withCapital(text) {
  return text.slice(0, 1).replace("é", "e").toUpperCase() + text.slice(1);
}

/** @param {Organisation} partner @returns {Link} */
function organisation({ naam, adres, soort }) {
  return { text: naam, address: adres, ...(soort.sleutel !== "woningcorporatie" && { note: soort.naam.toLowerCase() }) };
}

/** @param {Practice} practice @param {string} name @returns {Cell} */
function section({ tekst }, name) {
  const found = tekst.find((one) => one.kop === name);
  return found ? blocks(found.blokken) : [];
}

/** @param {Practice} practice @returns {Cell} the text under other headings, or under none */
function others({ tekst }) {
  const own = tekst.filter(({ kop }) => kop !== RESULTS && !STORY.includes(kop));
  return own.flatMap(({ kop, blokken }) => (kop ? [heading(kop), ...blocks(blokken)] : blocks(blokken)));
}

/** @param {string} text @returns {Part} */
function heading(text) {
  return { kind: "heading", text };
}

/** @param {Section["blokken"]} found @returns {Cell} */
function blocks(found) {
  return found.flatMap(({ soort, punten, vanaf }) => {
    const kind = BLOCKS[soort];
    return kind ? [{ kind, items: punten, ...(vanaf !== undefined && { start: vanaf }) }] : punten.flatMap((text) => (soort === "kop" ? [heading(text)] : words(text)));
  });
}

/** @param {Adoption} adoption @returns {string} */
function adoption({ corporatie, jaar, aangepast, resultaat, opnieuw }) {
  const again = opnieuw === null ? "" : opnieuw ? "Zou het weer zo doen." : "Zou het niet weer zo doen.";
  return [`${corporatie}, ${jaar}.`, aangepast && `Anders gedaan: ${aangepast}`, resultaat && `Resultaat: ${resultaat}`, again].filter(Boolean).join(" ");
}

/** @param {Source} source @returns {Link} */
function source({ titel, uitgever, adres, archief, datum }) {
  return { text: titel, address: adres ?? archief, note: [uitgever, datum && describeDate(datum)].filter(Boolean).join(", ") };
}
