import assert from "node:assert/strict";
import { test } from "node:test";

import { makeDescribe, makeNames, readFormData } from "../../../theme/js/contribute/form-data.js";
import { FormStore } from "../../../theme/js/contribute/form-store.js";
import { makeJudge } from "../../../theme/js/contribute/judge.js";
import { makeWriter } from "../../../theme/js/contribute/made-files.js";
import { readEntry } from "../../../theme/js/contribute/read-entry.js";
import { Names } from "../../../theme/js/contribute/names.js";
import { CONTENT, DATA, fetchNames } from "./form-data.mjs";

const TODAY = "2026-11-21";
const data = readFormData(DATA, fetchNames);
await Promise.all([data.names.find("practices", "Eerder gedaan"), data.names.find("organisaties", "brug")]);
const rulesSaid = (content, isNew = true) => makeJudge(data, TODAY, isNew)({ ...CONTENT, ...content }).map(({ rule, path }) => `${rule} ${path.join(".")}`);

/** An element of a form, with other elements in it. */
function place(...inside) {
  const one = { contains: (other) => other === one || inside.some((inner) => inner.contains(other)) };
  return one;
}

test("the form has its own wording for some messages", () => {
  assert.equal(data.messages.meldingen.missing.melding, "Vul “{name}” in.");
  assert.equal(data.messages.meldingen.missing.regel, "missing-key");
  assert.deepEqual(data.messages.meldingen.enum, DATA.messages.meldingen.enum);
  assert.equal(data.ruleMessages["no-actor"][""], "Wie?");
});

test("organisations come from both lists, each once", async () => {
  const found = await data.names.find("organisaties", "d");
  assert.deepEqual(found.map(({ value, kind, names }) => [value, kind, names]), [["irado", "corporatie", ["I"]], ["brug", "", []], ["dak", "", []]]);
});

test("only files near a text are loaded, each once; a small list is there as a whole", async () => {
  const asked = [];
  let isReady = 0;
  const names = new Names(DATA.lists, (name) => asked.push(name) && fetchNames(name));
  names.onLoad = () => (isReady += 1);
  assert.deepEqual([names.near("themes", "x").map(({ value }) => value), names.near("partners", " "), await names.find("partners", "")], [["wonen"], [], []]);
  assert.equal(asked.length, 0);
  assert.deepEqual([names.near("partners", "brug"), names.known("partners", "brug")], [undefined, undefined]);
  await names.find("partners", "Bru");
  assert.deepEqual(asked, ["begin.json", "partners-.json"]);
  assert.ok(isReady > 0);
  assert.equal(names.known("partners", "brug").text, "De Brug");
  assert.equal(names.near("partners", "DÁK"), undefined);
  assert.deepEqual((await names.find("partners", "DÁK")).map(({ value }) => value), ["brug", "dak"]);
  assert.deepEqual(asked, ["begin.json", "partners-.json", "partners-d.json"]);
});

test("the organisations of a practice are known from its data", () => {
  const names = new Names({}, () => assert.fail());
  names.learn({ corporaties: [{ slug: "irado", naam: "Irado", soort: { naam: "Corporatie" } }], partners: [] });
  assert.deepEqual(names.known("corporaties", "irado"), { value: "irado", text: "Irado", kind: "Corporatie" });
});

test("after a failure the names are asked for again", async () => {
  let isOnline = true;
  const names = new Names({}, async (name) => (isOnline ? fetchNames(name) : Promise.reject(new Error(name))));
  await names.find("partners", "brug");
  isOnline = false;
  await assert.rejects(names.find("practices", "eerder"));
  assert.equal(names.known("partners", "brug").text, "De Brug");
  isOnline = true;
  assert.equal((await names.find("practices", "eerder"))[0].value, "eerder");
});

test("messages use the label of a field and of a value", () => {
  const [describe, nameOf] = [makeDescribe(data.practice.fields), makeNames(data)];
  assert.deepEqual(describe(["overgenomen", 2, "corporatie"]), { name: "Wie ’s", meaning: "Wat corporatie is." });
  assert.deepEqual(describe(["anders"]), { name: "anders", meaning: "" });
  assert.equal(nameOf("overgenomen.corporatie", "brug").text, "De Brug");
  assert.deepEqual(nameOf("fase", "lopend"), { value: "lopend", text: "Loopt nu", kind: "Het loopt." });
  assert.equal(nameOf("fase", "anders"), undefined);
});

test("text that was typed but not chosen is one error, not also a missing value", () => {
  const left = { corporaties: "Woon", "overgenomen/0/corporatie": "Wie" };
  const said = makeJudge(data, TODAY, true)({ ...CONTENT, values: { titel: "Iets nieuws" }, left });
  assert.deepEqual(said.map(({ path, message }) => [path, message]), [[["corporaties"], "U typte Woon."], [["overgenomen", 0, "corporatie"], "U typte Wie."]]);
});

test("a practice is checked for values, rules, personal data and its title", () => {
  assert.deepEqual(rulesSaid({}), []);
  assert.deepEqual(rulesSaid({ values: { titel: "abc" } }), ["wrong-length titel", "no-actor corporaties"]);
  assert.deepEqual(rulesSaid({ parts: [{ heading: "Aanpak", text: "1. Bel 0612345678." }] }), ["personal-phone #Aanpak"]);
  const twin = { values: { ...CONTENT.values, titel: "Eerder Gedaan!" } };
  assert.deepEqual(rulesSaid(twin).slice(-1), ["near-duplicate titel"]);
  assert.deepEqual(rulesSaid(twin, false).filter((said) => said.startsWith("near")), []);
});

test("a new organisation is checked like one of the catalogue", () => {
  assert.deepEqual(rulesSaid({ organisations: [{ slug: "een", naam: "Een" }, { slug: "twee" }] }), ["missing-key nieuw.1.naam"]);
});

test("a new practice gets an unused file name, and defaults are not written", () => {
  const write = makeWriter(data, null, TODAY);
  const [file] = write({ ...CONTENT, values: { titel: "Eerder", corporaties: ["irado"], fase: "lopend" } });
  assert.equal(file.path, "content/practices/eerder-2.md");
  assert.equal(file.text, "---\ntitel: Eerder\ncorporaties:\n  - irado\n---\n\n## Aanpak\n\n1. Een.\n");
  assert.equal(file.isNew, true);
});

test("a new organisation precedes the practice that names it", () => {
  const organisations = [{ slug: "nieuw-een", naam: "Nieuw Eén" }, { slug: "ongenoemd", naam: "Ongenoemd" }];
  const files = makeWriter(data, null, TODAY)({ ...CONTENT, values: { ...CONTENT.values, corporaties: ["nieuw-een"] }, organisations });
  assert.deepEqual(files.map(({ path }) => path), ["content/partners/nieuw-een.md", "content/practices/iets-nieuws.md"]);
  assert.equal(files[0].text, "---\nnaam: \"Nieuw Eén\"\ngecontroleerd: 2026-11-21\n---\n");
});

test("an improved practice keeps its name, and is unchanged byte for byte without edits", () => {
  const source = "---\ntitel: Iets # opmerking\nfase: lopend\n---\n\n## Aanpak\n\n1. Een.\n";
  const entry = readEntry(source);
  const content = { values: entry.values, parts: [{ heading: "Aanpak", text: "1. Een." }], organisations: [] };
  const write = makeWriter(data, { slug: "iets-van-toen", entry, content }, TODAY);
  const [same] = write(content);
  assert.deepEqual([same.path, same.text, same.isNew], ["content/practices/iets-van-toen.md", source, false]);
  const [changed] = write({ ...content, values: { ...content.values, titel: "Anders" } });
  assert.match(changed.text, /^titel: Anders # opmerking\nfase: lopend$/m);
});

test("the store notifies subscribers after every check", () => {
  let content = CONTENT;
  const seen = [];
  const store = new FormStore({ read: () => content, judge: ({ values }) => [{ path: ["titel"], rule: "x", message: String(values.titel) }], placeOf: () => null });
  store.subscribe(() => seen.push(store.problems[0].message));
  content = { ...CONTENT, values: { titel: "anders" } };
  assert.equal(store.content, CONTENT);
  store.refresh();
  assert.equal(store.content, content);
  assert.deepEqual(seen, ["anders"]);
});

test("errors show when a field loses focus; missing values show when a step is submitted", () => {
  const [title, source] = [place(), place()];
  const [first, second] = [place(title), place(source)];
  const problems = [
    { path: ["titel"], rule: "wrong", message: "" },
    { path: ["titel"], rule: "missing", message: "", isMissing: true },
    { path: ["bron"], rule: "warning", message: "", isWarning: true },
    { path: ["weg"], rule: "nowhere", message: "" },
  ];
  const places = { titel: title, bron: source };
  const store = new FormStore({ read: () => CONTENT, judge: () => problems, placeOf: ({ path: [key] }) => places[key] ?? null });
  const shown = () => store.shownProblems().map(({ rule }) => rule);
  assert.deepEqual(shown(), []);
  store.leave(title);
  assert.deepEqual(shown(), ["wrong"]);
  store.handIn(first);
  assert.deepEqual(shown(), ["wrong", "missing"]);
  store.handIn(second);
  assert.deepEqual(shown(), ["wrong", "missing", "warning"]);
  assert.deepEqual(store.errorsIn(first).map(({ rule }) => rule), ["wrong", "missing"]);
  assert.deepEqual(store.errorsIn(second), []);
  assert.deepEqual(store.errorsIn(null).map(({ rule }) => rule), ["wrong", "missing"]);
  store.forget();
  assert.deepEqual(shown(), []);
});

test("errors of nested fields show with their parent", () => {
  const item = place();
  const field = place(item);
  const store = new FormStore({ read: () => CONTENT, judge: () => [{ path: ["bronnen", 0], rule: "wrong", message: "" }], placeOf: () => item });
  store.leave(field);
  assert.equal(store.shownProblems().length, 1);
});
