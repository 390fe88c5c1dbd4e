import assert from "node:assert/strict";
import test from "node:test";

import { nextDirection, sortRows } from "../../../theme/js/practice-table/sort.js";

test("unknown values sort last in both directions", () => {
  const keys = ["2018", "", "2026", "2018", ""];
  assert.deepEqual(sortRows(keys, "descending"), [2, 0, 3, 1, 4]);
  assert.deepEqual(sortRows(keys, "ascending"), [0, 3, 2, 1, 4]);
  assert.deepEqual(sortRows(["10", "9"], "ascending"), [1, 0]);
  assert.deepEqual(sortRows(["Éen", "‘Zon’", "appel", "Beter"], "ascending"), [2, 3, 0, 1]);
});

test("the first click sorts in the most useful direction, the second reverses it", () => {
  assert.equal(nextDirection(null, "descending"), "descending");
  assert.equal(nextDirection("descending", "descending"), "ascending");
  assert.equal(nextDirection("ascending", "ascending"), "descending");
});
