import assert from "node:assert/strict";
import test from "node:test";

import { suggest } from "../../theme/js/search/suggest.js";
import { fakeEngine } from "./fake-engine.mjs";

const PATHS = { topic: "/themas/*/", partner: "/partners/*/" };
const lines = async (text, withPractices = true) =>
  (await suggest(fakeEngine, text, PATHS, withPractices)).map(({ kind, text, path }) => `${kind}: ${text} → ${path}`);

test("themes and organisations are suggested by how they begin, with their page", async () => {
  assert.ok((await lines("Wo")).includes("Thema: WONEN → /themas/wonen/"));
  assert.ok((await lines("ban")).includes("Partner: BANK → /partners/bank/"));
});

test("practices and ways to finish the last word are suggested", async () => {
  const found = await lines("huur tuin");
  assert.ok(found.includes("Zoek op: huur TUINFEEST → huur TUINFEEST"), found);
  assert.ok(found.includes("Praktijk: Praktijk 2 → /praktijken/2/"));
});

test("a word is finished as it is written in the catalogue, and singular and plural are one row", async () => {
  const ways = async (text) => (await lines(text)).filter((line) => line.startsWith("Zoek op"));
  assert.deepEqual(await ways("tui"), ["Zoek op: TUIN → TUIN", "Zoek op: TUINFEEST → TUINFEEST"]);
  assert.deepEqual(await ways("tuinen"), []);
});

test("no word is finished after one without meaning, nor in a question", async () => {
  for (const text of ["tuin de", "de tui", "hoe voorkom tui"]) assert.deepEqual((await lines(text)).filter((line) => line.startsWith("Zoek op")), [], text);
});

test("where the practices are shown already they are not suggested", async () => {
  assert.deepEqual((await lines("tuin", false)).filter((line) => line.startsWith("Praktijk")), []);
});

test("one letter, and nothing at all, suggests nothing", async () => {
  assert.deepEqual(await lines("t"), []);
  assert.deepEqual(await lines("  "), []);
});

test("two letters suggest pages only", async () => {
  assert.deepEqual((await lines("tu")).filter((line) => line.startsWith("Zoek op")), []);
  assert.ok((await lines("wo")).some((line) => line.startsWith("Thema")));
});
