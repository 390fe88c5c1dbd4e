import assert from "node:assert/strict";
import { test } from "node:test";

import { makeFreeSlug, makeSlug } from "../../../theme/js/lib/slug.js";

test("a file name has small letters, digits and dashes, and is nobody else's", () => {
  assert.equal(makeSlug("Eén idee: 's-Hertogenbosch & co!"), "een-idee-s-hertogenbosch-co");
  assert.equal(makeSlug("日本"), "");
  assert.ok(makeSlug("woord ".repeat(40)).length <= 80);
  assert.doesNotMatch(makeSlug("woord ".repeat(40)), /-$/);
  assert.equal(makeFreeSlug("A b", new Set(["a-b", "a-b-2"])), "a-b-3");
  assert.equal(makeFreeSlug("日本", new Set()), "zonder-titel");
});
