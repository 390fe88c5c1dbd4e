import assert from "node:assert/strict";
import test from "node:test";

import { suggest } from "../../theme/js/search/suggest.js";
import { fakeEngine } from "./fake-engine.mjs";

const PATHS = { topic: "/themas/*/", partner: "/partners/*/" };
const lines = async (text, withPractices = true) =>
  (await suggest(fakeEngine, text, PATHS, withPractices)).map(({ kind, text, path }) => `${kind}: ${text} → ${path}`);

test("themes and organisations are suggested by prefix, with a link to their page", async () => {
  assert.ok((await lines("Wo")).includes("Thema: WONEN → /themas/wonen/"));
  assert.ok((await lines("ban")).includes("Partner: BANK → /partners/bank/"));
});

test("practices and completions of the last word are suggested", async () => {
  const found = await lines("huur tuin");
  assert.ok(found.includes("Zoek op: huur TUINFEEST → huur TUINFEEST"), found);
  assert.ok(found.includes("Praktijk: Praktijk 2 → /praktijken/2/"));
});

test("a completion is spelled as in the catalogue, and singular and plural are one row", async () => {
  const ways = async (text) => (await lines(text)).filter((line) => line.startsWith("Zoek op"));
  assert.deepEqual(await ways("tui"), ["Zoek op: TUIN → TUIN", "Zoek op: TUINFEEST → TUINFEEST"]);
  assert.deepEqual(await ways("tuinen"), []);
});

test("there are no completions after a stop word or in a question", async () => {
  for (const text of ["tuin de", "de tui", "hoe voorkom tui"]) assert.deepEqual((await lines(text)).filter((line) => line.startsWith("Zoek op")), [], text);
});

test("practices are not suggested on the page that lists them", async () => {
  assert.deepEqual((await lines("tuin", false)).filter((line) => line.startsWith("Praktijk")), []);
});

test("no letter or one letter gives no suggestions", async () => {
  assert.deepEqual(await lines("t"), []);
  assert.deepEqual(await lines("  "), []);
});

test("two letters suggest pages only", async () => {
  assert.deepEqual((await lines("tu")).filter((line) => line.startsWith("Zoek op")), []);
  assert.ok((await lines("wo")).some((line) => line.startsWith("Thema")));
});
