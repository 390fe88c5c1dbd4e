import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

import { makeFreeSlug, makeSlug } from "../../../theme/js/lib/slug.js";

test("a file name has small letters, digits and dashes, and is nobody else's", () => {
  assert.equal(makeSlug("Eén idee: 's-Hertogenbosch & co!"), "een-idee-s-hertogenbosch-co");
  assert.equal(makeSlug("日本"), "");
  assert.ok(makeSlug("woord ".repeat(40)).length <= 80);
  assert.doesNotMatch(makeSlug("woord ".repeat(40)), /-$/);
  assert.equal(makeFreeSlug("A b", (slug) => ["a-b", "a-b-2"].includes(slug)), "a-b-3");
  assert.equal(makeFreeSlug("日本", () => false), "zonder-titel");
  assert.equal(makeFreeSlug("Aux", () => false), "aux-2");
});

test("letters with a stroke are written as `domain/names.py` writes them", () => {
  const [name, slug] = ["Ørsted Łódź Straße Þór Đæœðħŧı ĲSSEL", "orsted-lodz-strasse-thor-daeoedhti-ijssel"];
  assert.equal(makeSlug(name), slug);
  assert.ok(readFileSync("tests/domain/test_names.py", "utf8").includes(`"${name}", "${slug}"`));
});

test("a file name is at most as long as one that `mvo nieuw` makes", () => {
  const folder = "plugins/mvo_catalogue/domain/";
  const source = readdirSync(folder).filter((name) => name.endsWith(".py")).map((name) => readFileSync(folder + name, "utf8")).join("");
  assert.equal(makeSlug("a".repeat(500)).length, Number(/LONGEST_SLUG = (\d+)/.exec(source)?.[1]));
});
