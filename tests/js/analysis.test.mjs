import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { analyse } from "../../theme/js/search/analysis.js";

const vectors = JSON.parse(readFileSync(new URL("../analysis_vectors.json", import.meta.url), "utf8"));

test("the browser cuts text into the same terms as the build", () => {
  assert.ok(vectors.length > 0);
  for (const { text, terms } of vectors) assert.deepEqual(analyse(text), terms, JSON.stringify(text));
});
