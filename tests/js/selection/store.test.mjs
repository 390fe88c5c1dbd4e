import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { LIMIT, cleanSlugs, compareAddress, readSelection, renameSelected, toggleSelected, writeSelection } from "../../../theme/js/selection/store.js";
import { keyOf } from "../../../theme/js/lib/storage.js";
import { installStorage } from "../storage.mjs";

beforeEach(() => {
  installStorage();
  writeSelection([]);
});

test("a practice goes in and out, in the order of choosing", () => {
  assert.deepEqual(toggleSelected("a"), { done: "added", isStored: true, count: 1 });
  assert.deepEqual(toggleSelected("b"), { done: "added", isStored: true, count: 2 });
  assert.deepEqual(toggleSelected("a"), { done: "removed", isStored: true, count: 1 });
  assert.deepEqual(readSelection(), ["b"]);
});

test("a seventh does not fit, and changes nothing", () => {
  const six = ["a", "b", "c", "d", "e", "f"];
  writeSelection(six);
  assert.deepEqual(toggleSelected("g"), { done: "full", isStored: true, count: LIMIT });
  assert.deepEqual(readSelection(), six);
  assert.equal(toggleSelected("a").done, "removed");
});

test("a browser that keeps nothing knows it as long as the page is open, and says so", () => {
  installStorage(true);
  assert.deepEqual(toggleSelected("a"), { done: "added", isStored: false, count: 1 });
  assert.deepEqual(readSelection(), ["a"]);
  assert.deepEqual(toggleSelected("a"), { done: "removed", isStored: false, count: 0 });
  assert.deepEqual(readSelection(), []);
});

test("what another program left there does no harm", () => {
  for (const text of ["geen json", "{}", "3", '["../x", 3, null, "<b>", "", "a--b", "goed"]', `["${"x,".repeat(9)}"]`]) {
    localStorage.setItem(keyOf("selectie"), text);
    assert.deepEqual(readSelection(), text.includes("goed") ? ["goed"] : [], text);
  }
});

test("names are taken once, and no more than fit", () => {
  assert.deepEqual(cleanSlugs(["a", "a", "b", "c", "d", "e", "f", "g"]), ["a", "b", "c", "d", "e", "f"]);
});

test("the address says which, and in which order", () => {
  assert.equal(compareAddress("/catalogus/vergelijken/", ["b", "a"]), "/catalogus/vergelijken/?p=b,a");
  assert.equal(compareAddress("/vergelijken/", []), "/vergelijken/");
});

test("what was chosen under a former name goes by that of now, once and in its place", () => {
  writeSelection(["oud", "b", "ouder", "nieuw"]);
  renameSelected(["ouder", "oud"], "nieuw");
  assert.deepEqual(readSelection(), ["nieuw", "b"]);
  renameSelected([""], "c");
  assert.deepEqual(readSelection(), ["nieuw", "b"]);
});
