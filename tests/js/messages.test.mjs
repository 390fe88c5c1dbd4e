import assert from "node:assert/strict";
import test from "node:test";

import { countPractices, describeCount, describeFields, describeResult, describeShown } from "../../theme/js/search/messages.js";

test("numbers are written as in Dutch, one practice in the singular", () => {
  assert.equal(countPractices(0), "0 praktijken");
  assert.equal(countPractices(1), "1 praktijk");
  assert.equal(countPractices(12345), "12.345 praktijken");
  assert.deepEqual([999, 1000, 1234567].map(describeCount), ["999", "1.000", "1.234.567"]);
});

const result = (count, { found = count, complete = count, words = 1, corrections = [], splits = [], unknown = [], fillers = [], isPart = false } = {}) => ({
  documents: { length: count },
  found: { length: found },
  complete,
  words: Array.from({ length: words }, () => []),
  corrections,
  splits,
  unknown,
  fillers,
  isPart,
});
const said = (query, ...about) => describeResult(query, result(...about));

test("the result says what was found", () => {
  assert.equal(said("huur", 12), "12 praktijken gevonden voor “huur”.");
  assert.equal(said("huur", 2, { found: 12 }), "2 praktijken gevonden voor “huur”.");
  assert.equal(said("x", 0), "Geen resultaten voor “x”.");
});

test("for several words it says how many results have all of them, and how many some", () => {
  assert.equal(said("huur schuld", 130, { complete: 4, words: 2 }), "4 praktijken met al uw woorden, 126 met een deel ervan.");
  assert.equal(said("huur schuld", 9, { complete: 0, words: 2 }), "9 praktijken met een deel van uw woorden, de beste bovenaan.");
  assert.equal(said("huur schuld", 3, { words: 2 }), "3 praktijken gevonden voor “huur schuld”.");
});

test("it names corrected and ignored words", () => {
  assert.equal(said("huuur", 1, { corrections: [{ typed: "huuur", meant: "huur" }] }), "Bedoelde u “huur”? 1 praktijk gevonden.");
  const start = [{ typed: "kinderfeest", meant: "kinder", isStart: true }];
  assert.equal(said("kinderfeest", 2, { corrections: start }), "“kinderfeest” staat in geen praktijk. U ziet wat er is over “kinder”. 2 praktijken gevonden.");
  const parts = [{ typed: "buurtmoeders", parts: ["buurt", "moeders"] }];
  assert.equal(said("buurtmoeders", 2, { splits: parts }), "“buurtmoeders” staat in geen praktijk. U ziet wat er is over “buurt” en “moeders”. 2 praktijken gevonden.");
  assert.equal(said("hoe werkt zo'n fonds", 2, { fillers: ["werkt"] }), "“werkt” zegt weinig en telt nauwelijks mee. 2 praktijken gevonden.");
  assert.equal(
    said("goede voorbeelden andere huur", 2, { fillers: ["goede", "voorbeelden", "andere"] }),
    "“goede”, “voorbeelden” en “andere” zeggen weinig en tellen nauwelijks mee. 2 praktijken gevonden.",
  );
  assert.equal(said("huur cijfers", 2, { unknown: ["cijfers"] }), "“cijfers” staat in geen praktijk en telt niet mee. 2 praktijken gevonden.");
  assert.equal(
    said("iso 26000 huur schuld", 9, { complete: 2, words: 2, unknown: ["iso", "26000"] }),
    "“iso” en “26000” staan in geen praktijk en tellen niet mee. 2 praktijken met alle andere woorden, 7 met een deel ervan.",
  );
  assert.match(said('"huur schuld"', 9, { isPart: true }), /^Geen praktijk heeft alles wat erin moet staan\. /);
});

test("without a query all practices match, or those that pass the filters", () => {
  assert.equal(said("", 165), "Alle 165 praktijken.");
  assert.equal(said("", 3, { found: 165 }), "3 praktijken met deze filters.");
  assert.equal(said("huur", 0, { found: 12 }), "Geen praktijken met deze filters. Zonder filters zijn er 12 praktijken.");
});

test("after showing more results, the status says how many are shown", () => {
  assert.equal(describeShown(20, 45), "20 van 45 praktijken getoond.");
});

test("a hit names the sections with the words when the card does not show them", () => {
  assert.equal(describeFields(["aanpak", "lessen"]), "Gevonden bij: aanpak, lessen.");
  assert.equal(describeFields(["titel", "delen"]), "");
});

