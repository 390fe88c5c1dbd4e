import assert from "node:assert/strict";
import test from "node:test";

import { describeSuggestions, nextPlace } from "../../../theme/js/lib/combobox.js";

test("the arrow keys cycle through the options and the field", () => {
  assert.deepEqual([-1, 0, 1].map((active) => nextPlace(active, 1, 2)), [0, 1, -1]);
  assert.deepEqual([-1, 0, 1].map((active) => nextPlace(active, -1, 2)), [1, -1, 0]);
});

test("the number of suggestions has singular and plural", () => {
  assert.equal(describeSuggestions(1), "1 suggestie");
  assert.equal(describeSuggestions(4), "4 suggesties");
});
