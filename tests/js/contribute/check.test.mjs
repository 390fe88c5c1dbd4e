import assert from "node:assert/strict";
import { test } from "node:test";

import { makeCheck } from "../../../theme/js/contribute/check.js";
import { DATA } from "./form-data.mjs";

const check = makeCheck(DATA.practice.schema, DATA.messages, (path) => ({ name: String(path.at(-1)), meaning: "" }));
/** The sentences about some values, with where they belong. */
const said = (values) => check({ titel: "Iets nieuws", ...values }).map(({ path, message }) => `${path.join(".")}: ${message}`);

test("valid values give no message", () => {
  const right = { corporaties: ["irado"], fase: "idee", jaar: "2020", dag: "2028-02-29", kosten: { klasse: "5" } };
  assert.deepEqual(said(right), []);
  assert.deepEqual(said({ jaar: "nu", dag: "2028" }), []);
});

test("lengths and numbers are valid up to their limits, and characters are counted as code points", () => {
  assert.deepEqual(said({ titel: "😀😀😀😀" }), []);
  assert.deepEqual(said({ titel: "😀😀😀" }), ["titel: 3 tekens, minstens 4"]);
  assert.deepEqual(said({ titel: "a".repeat(12) }), []);
  assert.deepEqual(said({ titel: "a".repeat(13) }), ["titel: 13 tekens, hoogstens 12"]);
  assert.deepEqual(said({ kosten: { klasse: "6" } }), ["kosten.klasse: hoogstens 5"]);
  assert.deepEqual(said({ kosten: { klasse: "-1" } }), ["kosten.klasse: minstens 0"]);
});

test("a missing value is reported, also when nested", () => {
  assert.deepEqual(check({}).map(({ message, isMissing }) => [message, isMissing]), [["titel ontbreekt.", true]]);
  assert.deepEqual(said({ kosten: {} }), ["kosten.klasse: klasse ontbreekt bij kosten."]);
});

test("a list that is too short is only reported when its items are valid", () => {
  assert.deepEqual(said({ corporaties: [] }), ["corporaties: 0 waarden, minstens 1"]);
  assert.deepEqual(said({ corporaties: ["A"] }), ["corporaties.0: “A” kan niet bij “0”. Past niet."]);
});

test("a value of the wrong type is reported", () => {
  assert.deepEqual(said({ corporaties: "irado" }), ["corporaties: een lijst"]);
  assert.deepEqual(said({ kosten: "veel" }), ["kosten: velden: klasse"]);
  assert.deepEqual(said({ kosten: { klasse: "veel" } }), ["kosten.klasse: “veel” kan niet bij “klasse”. Een getal."]);
  assert.deepEqual(said({ fase: "later" }), ["fase: “later” kan niet bij “fase”. Kies uit: idee, lopend."]);
});

test("a value with several forms is validated by the closest one, with one message", () => {
  for (const jaar of ["1899", "straks"]) assert.deepEqual(said({ jaar }), ["jaar: een jaar of nu"]);
  for (const dag of ["2027-02-29", "morgen"]) assert.deepEqual(said({ dag }), ["dag: een dag die bestaat"]);
});

test("a message quotes the value on one line, and truncates a long one", () => {
  assert.deepEqual(said({ fase: "a\n b" }), ["fase: “a b” kan niet bij “fase”. Kies uit: idee, lopend."]);
  const [sixty, more] = [60, 61].map((length) => said({ fase: "x".repeat(length) })[0]);
  assert.match(sixty, /“x{60}”/);
  assert.match(more, /“x{59}…”/);
});
