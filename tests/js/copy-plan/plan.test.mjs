import assert from "node:assert/strict";
import { test } from "node:test";

import { writeMarkdown } from "../../../theme/js/copy-plan/markdown.js";
import { fileName, makePlan, stepsOf } from "../../../theme/js/copy-plan/plan.js";
import { APPROACH, makeAnswers, makePractice } from "./practice.mjs";

const TODAY = "2026-11-22";
const plan = (answers = {}, values = {}) => makePlan(makePractice(values), makeAnswers(answers), APPROACH, TODAY);
const words = (text) => text.map((run) => run.text).join("");
const table = (made, title) => made.blocks.find((block) => block.kind === "table" && block.title.startsWith(title));
const rows = (made, title) => table(made, title).rows.map((cells) => cells.map(words));
const everything = (made) => writeMarkdown(made);

test("the parts stand in the order in which a board reads them", () => {
  const headings = plan().blocks.filter(({ kind, level }) => kind === "heading" && level === 1).map(({ text }) => text);
  assert.deepEqual(headings, ["Waarom", "Doel", "Stappen", "Wat blijft en wat mag anders", "Begroting", "Lessen", "Risico’s", "Partners benaderen", "Meten", "Materiaal om te gebruiken", "Bronnen en herkomst"]);
});

test("every row has a cell for each column, and the columns fill the page", () => {
  for (const values of [{}, { tekst: [], partners: [], corporaties: [], overgenomen: [], ook_betrokken: [], bronnen: [], materialen: [], werkzaam: [], aanpasbaar: [], voorwaarden: [], niet_geschikt: [], doelgroepen: [] }]) {
    for (const { widths, head, rows: lines } of plan({}, values).blocks.filter(({ kind }) => kind === "table")) {
      assert.equal(widths.reduce((sum, width) => sum + width, 0), 100);
      if (head.length) assert.equal(head.length, widths.length);
      assert.ok(lines.length > 0);
      for (const line of lines) assert.equal(line.length, widths.length);
    }
  }
});

test("steps come from the list under Aanpak; without a list from its paragraphs", () => {
  assert.deepEqual(stepsOf(makePractice()), ["Een groep maken.", "Melden.", "Opruimen."]);
  assert.deepEqual(stepsOf(makePractice({ tekst: [{ kop: "Aanpak", blokken: [{ soort: "alinea", punten: ["Een.", " "] }, { soort: "alinea", punten: ["Twee."] }] }] })), ["Een.", "Twee."]);
  assert.deepEqual(stepsOf(makePractice({ tekst: [] })), []);
});

test("a dropped step goes, the others are numbered and planned again, and the plan says what was left out", () => {
  const made = plan({ dropped: new Set([1]), start: "2027-03-01", weeks: 8, leader: "Wijkconsulent" });
  assert.deepEqual(rows(made, "Stappen").slice(0, 2), [
    ["1", "Een groep maken.", "[wat wij doen]", "Wijkconsulent", "1", "1 mrt 2027 (week 9)"],
    ["2", "Opruimen.", "[wat wij doen]", "Wijkconsulent", "5", "29 mrt 2027 (week 13)"],
  ]);
  assert.match(everything(made), /Dit nemen wij niet over:\n\n- Melden\./);
  assert.doesNotMatch(everything(plan()), /nemen wij niet over/);
});

test("what the practice says stands under what somebody else did; our own task beside it is for the reader to fill in", () => {
  const fact = "Verwachting na de proef: de achterstand is met 78% gedaald.";
  const made = plan({ start: "2027-03-01", weeks: 8, leader: "Wijkconsulent" }, { tekst: [{ kop: "Aanpak", blokken: [{ soort: "stappen", punten: [fact] }] }] });
  const { head, rows: lines } = table(made, "Stappen");
  const [theirs, ours] = ["Zo deed een ander het", "Wij doen"].map((name) => head.indexOf(name));
  assert.ok(theirs >= 0 && ours > theirs);
  assert.equal(words(lines[0][theirs]), fact);
  for (const cells of lines) {
    assert.ok(cells[ours].length === 1 && cells[ours][0].isBlank);
    for (const [place, cell] of cells.entries()) if (place !== theirs) assert.ok(!words(cell).includes("78%"));
  }
});

test("with every step dropped there is still room for one's own", () => {
  const made = plan({ dropped: new Set([0, 1, 2]), start: "2027-03-01", weeks: 8 });
  assert.deepEqual(rows(made, "Stappen"), [["1", "", "[wat wij doen]", "", "", ""], ["2", "", "[wat wij doen]", "", "", ""]]);
});

test("answers stand in the plan, and without them a place to fill in", () => {
  const filled = plan({ association: " De Brug\u0007 ", leader: "Wijkconsulent", start: "2027-03-01", weeks: 1 });
  assert.equal(filled.subtitle, "Plan van aanpak van De Brug");
  assert.deepEqual(rows(filled, "In het kort").slice(0, 4).map(([, value]) => value), ["De Brug", "Wijkconsulent", "1 maart 2027", "1 week"]);
  const empty = table(plan(), "In het kort").rows;
  assert.ok(empty.slice(0, 5).every(([, cell]) => cell.some(({ isBlank }) => isBlank)));
});

test("costs and hours are those of the source, with the price level; what is not known is said", () => {
  const note = plan().blocks.filter(({ kind }) => kind === "note").map(({ text }) => words(text)).at(-1);
  assert.equal(note, "Kosten bij de praktijk: Tot € 5.000 (1 van 5). Wat de bron over geld zegt: 645 euro eigen bijdrage. Prijspeil 2019. Eigen uren van de corporatie in het eerste jaar: niet bekend.");
});

test("the summary says who did it and what it cost there; what is not known is said", () => {
  const known = rows(plan(), "In het kort").map((cells) => cells.join(": "));
  assert.ok(known.includes("Wie deed dit: Corporatie een"));
  assert.ok(known.includes("Wat kostte het daar: Tot € 5.000 (1 van 5)"));
  assert.ok(known.includes("Wat de bron over geld zegt: 645 euro eigen bijdrage. Prijspeil 2019"));
  const unknown = rows(plan({}, { corporaties: [], feiten: [] }), "In het kort").map((cells) => cells.join(": "));
  assert.ok(unknown.includes("Wie deed dit: niet bekend"));
  assert.ok(unknown.includes("Wat kostte het daar: niet bekend"));
  assert.ok(!unknown.join().includes("over geld"));
});

test("what stays and what changes is for the reader to decide, whether the source says so or not", () => {
  for (const values of [{}, { werkzaam: [], aanpasbaar: [] }]) {
    assert.match(everything(plan({}, values)), /Wij houden vast aan: \[wat u niet verandert\]\./);
    assert.match(everything(plan({}, values)), /Wij doen anders: \[wat u verandert, en waarom\]\./);
  }
});

test("the end of the plan is the day to look back on", () => {
  assert.match(everything(plan({ start: "2027-03-01", weeks: 26 })), /Wij kijken terug op 30 augustus 2027\./);
  for (const answers of [{}, { start: "2027-03-01" }, { weeks: 26 }]) assert.match(everything(plan(answers)), /Wij kijken terug op \[datum\]\./);
});

test("the author is who makes the plan, or else the catalogue", () => {
  assert.equal(plan({ association: "De Brug" }).author, "De Brug");
  assert.equal(plan().author, "MVO-praktijkcatalogus");
});

test("risks come from conditions and from where it does not fit, beside general questions that are named so", () => {
  const lines = rows(plan(), "Risico").map(([risk, from]) => [risk, from]);
  assert.deepEqual(lines.slice(0, 2), [
    ["Iemand die opruimt.", "Voorwaarde bij de praktijk"],
    ["Waar niemand een telefoon heeft.", "Past niet, volgens de praktijk"],
  ]);
  assert.deepEqual(new Set(lines.slice(2).map(([, from]) => from)), new Set(["Algemene vraag", "Onszelf"]));
  assert.doesNotMatch(everything(plan()), /niet bekend in de catalogus\. Vul zelf in/);
  assert.match(everything(plan({}, { voorwaarden: [], niet_geschikt: [] })), /Risico’s van deze praktijk: niet bekend in de catalogus\. Vul zelf in\./);
});

test("lessons have a heading of their own and are no risks", () => {
  assert.match(everything(plan()), /## Lessen\n\n- Begin met één straat\./);
  assert.ok(!rows(plan(), "Risico").flat().join().includes("Begin met één straat"));
  assert.match(everything(plan({}, { tekst: [] })), /## Lessen\n\nNiet bekend in de catalogus\. .*\[wat\]\./);
});

test("no heading stands above nothing, and what is not known is said of the catalogue, not of the sources", () => {
  const { blocks } = plan({}, { tekst: [], partners: [], corporaties: [], overgenomen: [], ook_betrokken: [], materialen: [], werkzaam: [], aanpasbaar: [], voorwaarden: [], niet_geschikt: [], feiten: [] });
  for (const [place, block] of blocks.entries()) if (block.kind === "heading") assert.ok(blocks[place + 1] && (blocks[place + 1].kind !== "heading" || blocks[place + 1].level > block.level));
  assert.deepEqual(blocks.filter(({ kind, level }) => kind === "heading" && level === 2), []);
  assert.doesNotMatch(everything({ ...plan(), blocks }), /De bron noemt/);
  assert.match(everything({ ...plan(), blocks }), /In de catalogus staan geen resultaten\./);
});

test("who did it is not said to be the first", () => {
  assert.match(everything(plan()), /Corporatie een\]\([^)]*\): deed dit\n/);
  assert.doesNotMatch(everything(plan()), /eerst:|deed het eerst|deed het al/);
});

test("partners get a question, and the tips stand above them", () => {
  const made = plan();
  const [supermarket, municipality] = rows(made, "Partners");
  assert.equal(supermarket[0], "De Supermarkt: landelijk-bedrijf");
  assert.match(supermarket[1], /Kern: Supermarktketen\. Biedt: werkplekken en uren\./);
  assert.equal(municipality[1], "niet bekend");
  assert.equal(supermarket[2], "Kunt u [aantal] uur meedoen met landelijk-bedrijf?");
  assert.deepEqual(table(made, "Partners").rows[0][2].filter(({ isBlank }) => isBlank), [{ text: "[aantal]", isBlank: true }]);
  for (const { title } of APPROACH.tips) assert.ok(everything(made).includes(title));
});

test("what was measured elsewhere is measured again, before and after", () => {
  const lines = rows(plan(), "Meetformulier");
  assert.deepEqual(lines.slice(0, 2).map(([result]) => result), ["12 meldingen per week.", "Corporatie twee: 30 meldingen."]);
  assert.ok(lines.every((cells) => cells.slice(1).every((cell) => cell === "")));
});

test("sources have their address, and the plan says where it came from and under which licence", () => {
  const text = everything(plan());
  assert.ok(text.includes("Groepsapp werkt (De Brug, mei 1998). <https://voorbeeld.nl/bron?a=1&b=2>"));
  assert.ok(text.includes("<https://voorbeeld.nl/praktijken/groepsapp-zwerfafval/>"));
  assert.ok(text.includes("CC BY 4.0. U mag de tekst gebruiken en veranderen als u de bron noemt."));
});

test("an address that is not of the web becomes plain words", () => {
  const made = plan({}, { bronnen: [{ titel: "Fout", uitgever: "X", adres: "javascript:alert(1)", datum: null, archief: "http://" }], adres: "file:///etc/passwd" });
  const links = JSON.stringify(made).match(/"href":"[^"]*/g);
  assert.ok(links.every((link) => /"href":"https?:/.test(link)), links.join());
});

test("names of files hold nothing but letters, digits and dashes", () => {
  assert.equal(fileName("groepsapp-2019"), "plan-van-aanpak-groepsapp-2019");
  assert.equal(fileName("../../Etc/passwd\u0000.exe"), "plan-van-aanpak-etc-passwd-exe");
  assert.equal(fileName("…"), "plan-van-aanpak");
  assert.ok(fileName("a".repeat(500)).length < 120);
});

test("Markdown does not act on what data and answers say", () => {
  const text = everything(plan({ association: "<img src=x onerror=alert(1)> | *De* [Brug](x)" }));
  assert.ok(text.includes("\\<img src=x onerror=alert(1)\\> \\| \\*De\\* \\[Brug\\](x)"));
  assert.ok(everything(plan({}, { tekst: [{ kop: "Aanleiding", blokken: [{ soort: "alinea", punten: ["# Geen kop"] }] }] })).includes("\n\\# Geen kop"));
});
