/** The text of a board note, as it is stored in the browser. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { findWords, keysOf } from "../../../theme/js/board-note/note.js";

test("text under the current name takes precedence over former names", () => {
  const keys = keysOf("nieuw oud ouder");
  const stored = new Map([["notitie/oud", { besluit: "Ja" }], ["notitie/ouder", { besluit: "Nee" }]]);
  const read = (key) => stored.get(key) ?? null;
  assert.deepEqual(keys, ["notitie/nieuw", "notitie/oud", "notitie/ouder"]);
  assert.deepEqual([...findWords(keys, read)], [["besluit", "Ja"]]);
  stored.set("notitie/nieuw", { besluit: "Later" });
  assert.deepEqual([...findWords(keys, read)], [["besluit", "Later"]]);
});

test("invalid stored data are ignored", () => {
  for (const odd of ["tekst", 3, true, null, [], { besluit: { a: 1 }, naam: null }]) {
    assert.deepEqual([...findWords(["notitie/x"], () => odd)], [], JSON.stringify(odd));
  }
});
