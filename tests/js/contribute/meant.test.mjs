import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { readMeant } from "../../../theme/js/contribute/meant.js";

const VECTORS = JSON.parse(readFileSync(new URL("../../meant_vectors.json", import.meta.url), "utf8"));

test("dates, addresses and numbers are understood as the check does", () => {
  for (const [kind, written] of Object.entries(VECTORS)) {
    for (const [text, meant] of Object.entries(written)) assert.equal(readMeant(kind, text), meant, `${kind}: ${text}`);
  }
});

test("what has no form of its own is left alone", () => {
  assert.equal(readMeant("text", "1-2-2024"), null);
  assert.equal(readMeant("url", `www.x.nl/${"a".repeat(3000)}`), null);
});
