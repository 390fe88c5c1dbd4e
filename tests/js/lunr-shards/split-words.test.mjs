import assert from "node:assert/strict";
import test from "node:test";

import { splitWords } from "../../../theme/js/lunr-shards/split-words.js";

test("words are letters and digits in lower case, as in tests/lunr_shards/test_builder.py", () => {
  assert.deepEqual(splitWords("De Buurt-kas_2 (CAFÉ)’s 中文!"), ["de", "buurt", "kas", "2", "café", "s", "中文"]);
  assert.deepEqual(splitWords(" - "), []);
});
