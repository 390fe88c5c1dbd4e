import assert from "node:assert/strict";
import { test } from "node:test";

import { writeMarkdown } from "../../../theme/js/copy/markdown.js";
import { fileName, makePlan, stepsOf } from "../../../theme/js/copy/plan.js";
import { APPROACH, makeAnswers, makePractice } from "./practice.mjs";

const TODAY = "2026-11-22";
const plan = (answers = {}, values = {}) => makePlan(makePractice(values), makeAnswers(answers), APPROACH, TODAY);
const words = (text) => text.map((run) => run.text).join("");
const table = (made, title) => made.blocks.find((block) => block.kind === "table" && block.title.startsWith(title));
const rows = (made, title) => table(made, title).rows.map((cells) => cells.map(words));
const everything = (made) => writeMarkdown(made);

test("the parts stand in the order in which a board reads them", () => {
  const headings = plan().blocks.filter(({ kind, level }) => kind === "heading" && level === 1).map(({ text }) => text);
  assert.deepEqual(headings, ["Waarom", "Doel", "Stappen", "Wat blijft en wat mag anders", "Begroting", "Risico’s", "Partners benaderen", "Meten", "Materiaal om te gebruiken", "Bronnen en herkomst"]);
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
    ["1", "Een groep maken.", "Wijkconsulent", "1", "1 mrt 2027"],
    ["2", "Opruimen.", "Wijkconsulent", "5", "29 mrt 2027"],
  ]);
  assert.match(everything(made), /Deze stappen nemen wij niet over:\n\n- Melden\./);
  assert.doesNotMatch(everything(plan()), /nemen wij niet over/);
});

test("with every step dropped there is still room for one's own", () => {
  const made = plan({ dropped: new Set([0, 1, 2]), start: "2027-03-01", weeks: 8 });
  assert.deepEqual(rows(made, "Stappen"), [["1", "", "", "", ""], ["2", "", "", "", ""]]);
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
  assert.equal(note, "Kosten bij de praktijk, volgens de bron: Tot € 5.000 (1 van 5). 645 euro eigen bijdrage. Prijspeil 2019. Eigen uren van de corporatie in het eerste jaar: niet bekend.");
});

test("risks come from conditions, from where it does not fit and from lessons", () => {
  assert.deepEqual(rows(plan(), "Risico").slice(0, 3).map(([risk, from]) => [risk, from]), [
    ["Iemand die opruimt.", "Voorwaarde"],
    ["Waar niemand een telefoon heeft.", "Past niet"],
    ["Begin met één straat.", "Les"],
  ]);
});

test("partners get a question, and the tips stand above them", () => {
  const made = plan();
  const [supermarket, municipality] = rows(made, "Partners");
  assert.equal(supermarket[0], "De Supermarkt: landelijk-bedrijf");
  assert.match(supermarket[1], /Kern: Supermarktketen\. Biedt: werkplekken en uren\./);
  assert.match(municipality[1], /Kern: niet bekend\. Biedt: niet bekend\./);
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
