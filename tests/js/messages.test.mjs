import assert from "node:assert/strict";
import test from "node:test";

import { countPractices, describeResult, describeShown } from "../../theme/js/search/messages.js";

test("numbers are written as in Dutch, one practice in the singular", () => {
  assert.equal(countPractices(0), "0 praktijken");
  assert.equal(countPractices(1), "1 praktijk");
  assert.equal(countPractices(12345), "12.345 praktijken");
});

test("the result says how well the hits match", () => {
  assert.equal(describeResult("huur", "all", 12), "12 praktijken gevonden voor “huur”.");
  assert.equal(describeResult("huuur", "similar", 1), "Geen resultaten voor “huuur”. Getoond: wat erop lijkt (1 praktijk).");
  assert.equal(
    describeResult("a b", "some", 2),
    "Geen praktijk met alle woorden van “a b”. Getoond: 2 praktijken met een deel ervan.",
  );
  assert.equal(describeResult("x", "none", 0), "Geen resultaten voor “x”. Probeer een ander of korter woord.");
});

test("after more were added the list says how far it goes", () => {
  assert.equal(describeShown(20, 45), "20 van 45 praktijken getoond.");
});
