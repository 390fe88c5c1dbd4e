import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { LIMIT, cleanSlugs, compareAddress, readSelection, renameSelected, toggleSelected, writeSelection } from "../../../theme/js/selection/store.js";
import { keyOf } from "../../../theme/js/lib/storage.js";
import { installStorage } from "../storage.mjs";

beforeEach(() => {
  installStorage();
  writeSelection([]);
});

test("a practice is added and removed, in the order of selection", () => {
  assert.deepEqual(toggleSelected("a"), { done: "added", isStored: true, count: 1 });
  assert.deepEqual(toggleSelected("b"), { done: "added", isStored: true, count: 2 });
  assert.deepEqual(toggleSelected("a"), { done: "removed", isStored: true, count: 1 });
  assert.deepEqual(readSelection(), ["b"]);
});

test("a seventh practice is refused", () => {
  const six = ["a", "b", "c", "d", "e", "f"];
  writeSelection(six);
  assert.deepEqual(toggleSelected("g"), { done: "full", isStored: true, count: LIMIT });
  assert.deepEqual(readSelection(), six);
  assert.equal(toggleSelected("a").done, "removed");
});

test("without storage the selection lasts until the page is closed, and the page says so", () => {
  installStorage(true);
  assert.deepEqual(toggleSelected("a"), { done: "added", isStored: false, count: 1 });
  assert.deepEqual(readSelection(), ["a"]);
  assert.deepEqual(toggleSelected("a"), { done: "removed", isStored: false, count: 0 });
  assert.deepEqual(readSelection(), []);
});

test("invalid stored data are ignored", () => {
  for (const text of ["geen json", "{}", "3", '["../x", 3, null, "<b>", "", "a--b", "goed"]', `["${"x,".repeat(9)}"]`]) {
    localStorage.setItem(keyOf("selectie"), text);
    assert.deepEqual(readSelection(), text.includes("goed") ? ["goed"] : [], text);
  }
});

test("duplicate names are dropped, and the list is limited to six", () => {
  assert.deepEqual(cleanSlugs(["a", "a", "b", "c", "d", "e", "f", "g"]), ["a", "b", "c", "d", "e", "f"]);
});

test("the address has the practices in order", () => {
  assert.equal(compareAddress("/catalogus/vergelijken/", ["b", "a"]), "/catalogus/vergelijken/?p=b,a");
  assert.equal(compareAddress("/vergelijken/", []), "/vergelijken/");
});

test("a former name in the selection is replaced by the current one, once and in place", () => {
  writeSelection(["oud", "b", "ouder", "nieuw"]);
  renameSelected(["ouder", "oud"], "nieuw");
  assert.deepEqual(readSelection(), ["nieuw", "b"]);
  renameSelected([""], "c");
  assert.deepEqual(readSelection(), ["nieuw", "b"]);
});
