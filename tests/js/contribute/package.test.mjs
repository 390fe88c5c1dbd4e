import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { writePackage } from "../../../theme/js/contribute/package.js";

const VECTORS = JSON.parse(readFileSync(new URL("../../package_vectors.json", import.meta.url), "utf8"));

for (const { name, files, notes, text } of VECTORS) {
  test(`a package is written as Python writes it: ${name}`, () => assert.equal(writePackage(files, notes), text));
}
