import assert from "node:assert/strict";
import test from "node:test";

import { numberRows } from "../../../theme/js/practice-table/rows.js";

test("rows are indexed by document number: integer slugs first, then by name", () => {
  assert.deepEqual(numberRows(["tuinen", "10", "9", "portieken"]), [2, 1, 3, 0]);
});
