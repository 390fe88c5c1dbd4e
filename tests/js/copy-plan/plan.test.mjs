import assert from "node:assert/strict";
import { test } from "node:test";

import { OTHERS, fileName, makePlan, stepsOf } from "../../../theme/js/copy-plan/plan.js";
import { writePlain } from "../../../theme/js/papers/clipboard.js";
import { APPROACH, makeAnswers, makePractice } from "./practice.mjs";

const TODAY = "2026-11-22";
const EMPTIED = { tekst: [], partners: [], corporaties: [], overgenomen: [], ook_betrokken: [], bronnen: [], materialen: [], werkzaam: [], aanpasbaar: [], voorwaarden: [], niet_geschikt: [], risicos: [], plaatsen: [], doelgroepen: [], feiten: [], uitkomst: null, bellen: [], zoiets: [] };
const plan = (answers = {}, values = {}) => makePlan(makePractice(values), makeAnswers(answers), APPROACH, TODAY);
const words = (text) => text.map((run) => run.text).join("");
const table = (made, title) => made.blocks.find((block) => block.kind === "table" && block.title.startsWith(title));
const rows = (made, title) => table(made, title).rows.map((cells) => cells.map(words));
const everything = (made) => writePlain(made);
const steps = (...punten) => ({ tekst: [{ kop: "Aanpak", blokken: [{ soort: "stappen", punten }] }] });

/** @returns {[ours: string, theirs: string]} a plan as text, before and below the heading for what others did */
const halves = (made) => {
  const place = made.blocks.findIndex(({ kind, text }) => kind === "heading" && text === OTHERS);
  return [everything({ ...made, blocks: made.blocks.slice(0, place) }), everything({ ...made, blocks: made.blocks.slice(place) })];
};

test("our tasks come first, then what others did under one heading", () => {
  const headings = plan().blocks.filter(({ kind, level }) => kind === "heading" && level === 1).map(({ text }) => text);
  assert.deepEqual(headings, ["Waarom", "Doel", "Stappen", "Partners", "Wie kunnen wij bellen?", "Begroting", "Risico’s", "Meten", "Zo deed een ander het", "Materiaal om te gebruiken", "Bronnen en herkomst"]);
});

test("every row has a cell for each column, and the columns have the width of the page", () => {
  for (const values of [{}, EMPTIED]) {
    for (const { widths, head, rows: lines } of plan({}, values).blocks.filter(({ kind }) => kind === "table")) {
      assert.equal(widths.reduce((sum, width) => sum + width, 0), 100);
      if (head.length) assert.equal(head.length, widths.length);
      assert.ok(lines.length > 0);
      for (const line of lines) assert.equal(line.length, widths.length);
    }
  }
});

test("steps come from the list under Aanpak; without a list there are none", () => {
  assert.deepEqual(stepsOf(makePractice()), ["Een groep maken.", "Melden.", "Opruimen."]);
  assert.deepEqual(stepsOf(makePractice({ tekst: [{ kop: "Aanpak", blokken: [{ soort: "alinea", punten: ["Een."] }] }] })), []);
  assert.deepEqual(stepsOf(makePractice({ tekst: [] })), []);
});

test("a dropped step is removed and the others are renumbered and rescheduled; what others did stays complete", () => {
  const made = plan({ dropped: new Set([1]), start: "2027-03-01", weeks: 8, leader: "Wijkconsulent" });
  assert.deepEqual(rows(made, "Stappen"), [
    ["1", "Een groep maken.", "Wijkconsulent", "1", "1 mrt 2027 (wk 9)"],
    ["2", "Opruimen.", "Wijkconsulent", "5", "29 mrt 2027 (wk 13)"],
    ["3", "[wat wij doen]", "", "", ""],
    ["4", "[wat wij doen]", "", "", ""],
  ]);
  assert.match(halves(made)[1], /Aanpak\n\nZo ging het\.\n\n1\. Een groep maken\.\n2\. Melden\.\n3\. Opruimen\./);
  assert.doesNotMatch(halves(plan())[1], /Aanpak/, "the same steps twice");
});

test("the reader's own steps come last, as they were typed", () => {
  const made = plan({ dropped: new Set([0, 1]), own: ["Elke week [koffie] in 2027."], leader: "Wijkconsulent" });
  assert.deepEqual(rows(made, "Stappen").slice(0, 2), [["1", "Opruimen.", "Wijkconsulent", "", ""], ["2", "Elke week [koffie] in 2027.", "Wijkconsulent", "", "Doorlopend"]]);
  assert.deepEqual(table(made, "Stappen").rows[1][1].filter(({ isBlank }) => isBlank), []);
  assert.match(everything(made), /De eerste stappen komen uit de praktijk\./);
});

test("facts of others are only under what others did, not in our steps, budget or measurements", () => {
  const fact = "In Amsterdam deden zes corporaties mee, in 2019.";
  const made = plan({ start: "2027-03-01", weeks: 8 }, { ...steps(`Spreek iets af. ${fact}`), tekst: [...steps(`Spreek iets af. ${fact}`).tekst, ...makePractice().tekst.slice(2)] });
  const [ours, theirs] = halves(made);
  assert.equal(rows(made, "Stappen")[0][1], "Spreek iets af.");
  for (const one of [fact, "In 2018 kwamen er twee groepen bij.", "645 euro eigen bijdrage", "30 meldingen."]) {
    assert.ok(!ours.includes(one), one);
    assert.ok(theirs.includes(one), one);
  }
});

test("a selected step that only has facts is put in the present tense", () => {
  assert.equal(rows(plan({}, steps("Twaalf partijen tekenden in 2016 een convenant. Dat duurde lang.")), "Stappen")[0][1], "[Aantal] partijen tekenen een convenant.");
});

test("steps keep the order of the dialog, and recurring steps have no week", () => {
  const made = plan({ start: "2027-03-01", weeks: 8 }, steps("Zodra het vol is, belt iemand.", "Ruim op.", "Leg het vast in een overeenkomst."));
  assert.deepEqual(rows(made, "Stappen").slice(0, 3).map((cells) => [cells[1], ...cells.slice(3)]), [
    ["Zodra het vol is, belt iemand.", "", "Doorlopend"],
    ["Ruim op.", "1", "1 mrt 2027 (wk 9)"],
    ["Leg het vast in een overeenkomst.", "5", "29 mrt 2027 (wk 13)"],
  ]);
});

test("what to keep and to measure is in the tables, without the numbers of others", () => {
  const results = { kop: "Resultaten", blokken: [{ soort: "lijst", punten: ["De schuld daalde met 70.000 euro in 2016.", "Het werd rustig. Ook in 2019.", "De schuld daalde ook volgens NUL20 met 3 euro.", "Er kwamen 2-3 meldingen.", "Op 3 maart 2020 begon het.", "In 2020 belde Corporatie een 40 keer; 3 keer hielp dat.", "Corporatie een belde 40 keer."] }] };
  const made = plan({}, { uitkomst: "Meldingen per week: 12 in 2016.", tekst: [results] });
  assert.deepEqual(rows(made, "Meetformulier").map(([what]) => what), ["Meldingen per week", "De schuld daalde met [bedrag] euro in [jaar].", "In [jaar] belde onze corporatie [aantal] keer.", ""]);
  assert.match(halves(plan())[0], /Wij houden vast aan:\n\n- Snel opruimen\.\n\nWij doen anders: [^\n]* Dit mag anders:\n\n- De app\./);
  assert.deepEqual(rows(plan({}, EMPTIED), "Meetformulier").map(([what]) => what), ["", "", ""]);
});

test("the name of the only association is replaced by ours", () => {
  const text = "Corporatie een belt. Daarna stuurt de corporatie een brief.";
  const first = (answers, values = {}) => rows(plan(answers, { ...steps(text), ...values }), "Stappen")[0][1];
  assert.equal(first({ association: "De Brug" }), "De Brug belt. Daarna stuurt De Brug een brief.");
  assert.equal(first({}), "Onze corporatie belt. Daarna stuurt onze corporatie een brief.");
});

test("with every step dropped there is still room for one's own", () => {
  const made = plan({ dropped: new Set([0, 1, 2]), start: "2027-03-01", weeks: 8 });
  assert.deepEqual(rows(made, "Stappen"), [["1", "[wat wij doen]", "", "", ""], ["2", "[wat wij doen]", "", "", ""]]);
});

test("answers are in the plan, with blanks for missing ones", () => {
  const filled = plan({ association: " De Brug\u0007 ", leader: "Wijkconsulent", start: "2027-03-01", weeks: 1 });
  assert.equal(filled.kind, "Plan van aanpak van De Brug");
  assert.deepEqual(rows(filled, "In het kort").slice(0, 4).map(([, value]) => value), ["De Brug", "Wijkconsulent", "1 maart 2027", "1 week"]);
  const empty = table(plan(), "In het kort").rows;
  assert.ok(empty.slice(0, 5).every(([, cell]) => cell.some(({ isBlank }) => isBlank)));
});

test("the first table has the known outcome and costs", () => {
  const known = rows(plan(), "In het kort").map((cells) => cells.join(": "));
  assert.ok(known.includes("Uitkomst bij hen: 12 meldingen per week."));
  assert.ok(known.includes("Kosten bij hen: Tot € 5.000 (1 van 5)"));
  assert.doesNotMatch(halves(plan({}, EMPTIED))[0], /bij hen: |niet bekend/);
});

test("the plan ends with an evaluation on its last day", () => {
  assert.match(everything(plan({ start: "2027-03-01", weeks: 26 })), /Wij kijken terug op 30 augustus 2027\./);
  for (const answers of [{}, { start: "2027-03-01" }, { weeks: 26 }]) assert.match(everything(plan(answers)), /Wij kijken terug op \[datum\]\./);
});

test("the author is the organisation that was filled in, or else the catalogue", () => {
  assert.equal(plan({ association: "De Brug" }).author, "De Brug");
  assert.equal(plan().author, "MVO-praktijkcatalogus");
});

test("risks are those of the practice, or else those of any project", () => {
  assert.deepEqual(rows(plan(), "Risico").map(([risk, from]) => [risk, from]), [
    ["Niet iedereen leest mee.", "Les van Corporatie een"],
    ["", "Eigen risico"],
  ]);
  assert.deepEqual(new Set(rows(plan({}, EMPTIED), "Risico").map(([, from]) => from)), new Set(["Bij elk project", "Eigen risico"]));
});

test("no heading is empty", () => {
  const { blocks } = plan({}, EMPTIED);
  for (const [place, block] of blocks.entries()) if (block.kind === "heading") assert.ok(blocks[place + 1] && (blocks[place + 1].kind !== "heading" || blocks[place + 1].level > block.level));
  assert.deepEqual(blocks.filter(({ kind, level }) => kind === "heading" && level === 2).map(({ text }) => text), ["Resultaten"]);
  assert.match(everything({ ...plan(), blocks }), /Resultaten\n\nNiet bekend in de catalogus\./);
});

test("the plan says whom to call, and never that they were the first", () => {
  assert.match(halves(plan())[0], /WIE KUNNEN WIJ BELLEN\?\n\n- Corporatie een \([^)]*\)\. Kunt u \[aantal\] uur meedoen[^]*- Corporatie een: een\.nl[^]*- Corporatie drie deed ook zoiets: Bewoners ruimen op/);
  assert.doesNotMatch(everything(plan()), /eerst:|deed het eerst|deed het al/);
});

test("each partner has a request, with an introduction on how to ask", () => {
  const made = plan();
  const [supermarket] = rows(made, "Partners");
  assert.deepEqual(supermarket, ["De Supermarkt (landelijk-bedrijf)", "Kunt u [aantal] uur meedoen met landelijk-bedrijf?", ""]);
  assert.deepEqual(table(made, "Partners").rows[0][1].filter(({ isBlank }) => isBlank), [{ text: "[aantal]", isBlank: true }]);
  assert.ok(everything(made).includes(`begin klein. Lees ook: Een bedrijf benaderen (${APPROACH}).`));
});

test("sources have their address, and the plan names its origin and licence", () => {
  const text = everything(plan());
  assert.ok(text.includes("Groepsapp werkt (De Brug, mei 1998). https://voorbeeld.nl/bron?a=1&b=2"));
  assert.ok(text.includes("https://voorbeeld.nl/praktijken/groepsapp-zwerfafval/"));
  assert.ok(text.includes("CC BY 4.0. U mag de tekst gebruiken en veranderen als u de bron noemt."));
});

test("an address that is not a web address is plain text", () => {
  const made = plan({}, { bronnen: [{ titel: "Fout", uitgever: "X", adres: "javascript:alert(1)", datum: null, archief: "http://" }], adres: "file:///etc/passwd" });
  const links = JSON.stringify(made).match(/"href":"[^"]*/g);
  assert.ok(links.every((link) => /"href":"https?:/.test(link)), links.join());
});

test("file names only have letters, digits and dashes", () => {
  assert.equal(fileName("groepsapp-2019"), "plan-van-aanpak-groepsapp-2019");
  assert.equal(fileName("../../Etc/passwd\u0000.exe"), "plan-van-aanpak-etc-passwd-exe");
  assert.equal(fileName("…"), "plan-van-aanpak");
  assert.ok(fileName("a".repeat(500)).length < 120);
});
