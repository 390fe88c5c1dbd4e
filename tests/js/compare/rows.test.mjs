import assert from "node:assert/strict";
import { test } from "node:test";

import { compare } from "../../../theme/js/compare/rows.js";
import { makePractice } from "./practice.mjs";

const fact = (naam, waarde, uitleg = "") => ({ naam, waarde, uitleg });
const organisation = (naam, sleutel = "woningcorporatie", soort = "Woningcorporatie") => ({ naam, adres: `https://example.org/${naam}/`, soort: { sleutel, naam: soort } });
const practice = (changes = {}) => makePractice({
  feiten: [fact("Onderbouwing", "Gemeten (2 van 5)", "In cijfers."), fact("Kosten", "")],
  corporaties: [organisation("Een")],
  contact: { naam: "Een", kop: "Contact", woorden: "een.nl", adres: "https://een.nl" },
  themas: [{ naam: "Wonen", adres: "https://example.org/wonen/" }],
  bronnen: [{ titel: "Bron", uitgever: "Krant", adres: null, archief: "https://archief.example/", datum: "2018-08" }],
  ...changes,
});
const rowsOf = (...practices) => new Map(compare(practices).groups.flatMap(({ rows }) => rows.map((row) => [row.name, row])));

test("rows say whether practices differ; unknown values do not differ", () => {
  const other = practice({ feiten: [fact("Onderbouwing", "Beschreven (1 van 5)"), fact("Kosten", "geen (0 van 5)")] });
  const rows = rowsOf(practice(), other);
  assert.equal(rows.get("Onderbouwing").status, "differs");
  assert.equal(rows.get("Kosten").status, "partly");
  assert.equal(rows.get("Corporaties").status, "same");
  assert.equal(rows.get("Samenvatting").status, "same");
  assert.deepEqual(rows.get("Kosten").cells[0], []);
});

test("facts unknown for all practices are listed together, without rows", () => {
  const { groups, unknown } = compare([practice(), practice()]);
  assert.ok(unknown.includes("Aanpak") && unknown.includes("Past wel"));
  assert.equal(groups.flatMap(({ rows }) => rows).some(({ name }) => name === "Aanpak"), false);
});

test("the outcome comes first, and unknown facts have no row", () => {
  const { groups, unknown } = compare([practice({ wat_het_opleverde: "Tien banen." }), practice()]);
  const rows = groups.flatMap((group) => group.rows);
  assert.deepEqual(rows.slice(0, 2).map(({ name, status }) => [name, status]), [["Uitkomst", "partly"], ["Onderbouwing", "same"]]);
  assert.equal(rows.some(({ name }) => name === "Kosten"), false);
  assert.ok(unknown.includes("Kosten") && unknown.includes("Inzet"));
  assert.equal(unknown.includes("Wat de bron over geld zegt"), false);
});

test("costs are not unknown when a source says something about money", () => {
  const money = practice({ feiten: [fact("Wat de bron over geld zegt", "Er ging € 1.000 om.")] });
  assert.equal(compare([money, practice()]).unknown.includes("Kosten"), false);
});

test("places and partners never differ; a row can only differ with two known values", () => {
  const facts = (place, costs) => [fact("Waar", place), fact("Kosten", costs)];
  const rows = rowsOf(practice({ feiten: facts("Assen", "geen (0 van 5)") }), practice({ feiten: facts("Breda", "veel (5 van 5)"), corporaties: [organisation("Twee")] }), practice({ feiten: [] }));
  assert.deepEqual(["Waar", "Corporaties", "Kosten", "Thema’s"].map((name) => rows.get(name).status), ["text", "text", "differs", "same"]);
});

test("a fact of only one practice has a row", () => {
  const rows = rowsOf(practice(), practice({ feiten: [fact("Wet of regeling", "Woningwet")] }));
  assert.deepEqual(rows.get("Wet of regeling").cells, [[], [{ kind: "text", text: "Woningwet" }]]);
});

test("steps stay numbered, and an editor's own headings are kept", () => {
  const tekst = [
    { kop: "", blokken: [{ soort: "alinea", punten: ["Vooraf."] }] },
    { kop: "Aanpak", blokken: [{ soort: "stappen", punten: ["Een.", "Twee."] }, { soort: "kop", punten: ["Later"] }, { soort: "lijst", punten: ["x"] }, { soort: "stappen", punten: ["Drie."], vanaf: 3 }] },
    { kop: "Geld", blokken: [{ soort: "alinea", punten: ["Van het fonds."] }] },
  ];
  const rows = rowsOf(practice({ tekst }), practice());
  assert.deepEqual(rows.get("Aanpak").cells[0], [{ kind: "steps", items: ["Een.", "Twee."] }, { kind: "heading", text: "Later" }, { kind: "list", items: ["x"] }, { kind: "steps", items: ["Drie."], start: 3 }]);
  assert.deepEqual(rows.get("Meer uitleg").cells[0].map(({ text }) => text), ["Vooraf.", "Geld", "Van het fonds."]);
});

test("a source without an address links to its archived copy", () => {
  const [source] = rowsOf(practice()).get("Bronnen").cells[0][0].items;
  assert.deepEqual(source, { text: "Bron", address: "https://archief.example/", note: "Krant, augustus 2018" });
});

test("an adoption says whether it would be done again, if known", () => {
  const adoption = { corporatie: "Een", jaar: 2020, aangepast: null, resultaat: "Gelukt.", opnieuw: null };
  const rows = rowsOf(practice({ overgenomen: [adoption, { ...adoption, opnieuw: false }] }));
  assert.deepEqual(rows.get("Overgenomen door").cells[0][0].items, ["Een, 2020. Resultaat: Gelukt.", "Een, 2020. Resultaat: Gelukt. Zou het niet weer zo doen."]);
});

test("a partner is shown with its kind", () => {
  const [link] = rowsOf(practice({ partners: [organisation("Bouw", "bouwbedrijf", "Bouwbedrijf")] })).get("Partners").cells[0][0].items;
  assert.equal(link.note, "bouwbedrijf");
});

test("a fact begins with a capital, by Dutch rules", () => {
  const rows = rowsOf(practice({ feiten: [fact("Wanneer", "vanaf 2017"), fact("Wat moet u regelen?", "één partner nodig")] }));
  assert.equal(rows.get("Wanneer").cells[0][0].text, "Vanaf 2017");
  assert.equal(rows.get("Wat moet u regelen?").cells[0][0].text, "Eén partner nodig");
});
