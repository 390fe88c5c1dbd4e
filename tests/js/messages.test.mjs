import assert from "node:assert/strict";
import test from "node:test";

import { countPractices, describeCount, describeParts, describeResult, describeShown } from "../../theme/js/search/messages.js";

test("numbers are written as in Dutch, one practice in the singular", () => {
  assert.equal(countPractices(0), "0 praktijken");
  assert.equal(countPractices(1), "1 praktijk");
  assert.equal(countPractices(12345), "12.345 praktijken");
  assert.deepEqual([999, 1000, 1234567].map(describeCount), ["999", "1.000", "1.234.567"]);
});

test("the result says what was found, and what was guessed", () => {
  assert.equal(describeResult("huur", 12, 12, ""), "12 praktijken gevonden voor “huur”.");
  assert.equal(describeResult("huur", 2, 12, ""), "2 praktijken gevonden voor “huur”.");
  assert.equal(describeResult("huuur", 1, 1, "Geen resultaten voor “huuur”. Getoond: huur."), "Geen resultaten voor “huuur”. Getoond: huur. Dat is 1 praktijk.");
  assert.equal(describeResult("huuur", 3, 3, "Getoond: huur."), "Getoond: huur. Dat zijn 3 praktijken.");
  assert.equal(describeResult("x", 0, 0, ""), "Geen resultaten voor “x”.");
});

test("without words there is everything, or what the filters leave", () => {
  assert.equal(describeResult("", 165, 165, ""), "Alle 165 praktijken.");
  assert.equal(describeResult("", 3, 165, ""), "3 praktijken met deze filters.");
  assert.equal(describeResult("huur", 0, 12, ""), "Geen praktijken met deze filters. Zonder filters zijn er 12 praktijken.");
});

test("after more were added the list says how far it goes", () => {
  assert.equal(describeShown(20, 45), "20 van 45 praktijken getoond.");
});

test("a hit says where its words are when the list does not show them", () => {
  assert.equal(describeParts(["aanpak", "lessen"]), "Gevonden bij: aanpak, lessen.");
  assert.equal(describeParts(["titel", "delen"]), "");
});

