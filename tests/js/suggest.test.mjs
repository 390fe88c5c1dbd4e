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
  const found = await lines("de tuin");
  assert.ok(found.includes("Zoek op: de tuinen → de tuinen"));
  assert.ok(found.includes("Praktijk: Praktijk 2 → /praktijken/2/"));
});

test("where the practices are shown already they are not suggested", async () => {
  assert.deepEqual((await lines("tuin", false)).filter((line) => line.startsWith("Praktijk")), []);
});

test("one letter, and nothing at all, suggests nothing", async () => {
  assert.deepEqual(await lines("t"), []);
  assert.deepEqual(await lines("  "), []);
});

test("two letters suggest pages, three also ways to go on", async () => {
  assert.deepEqual((await lines("tu")).filter((line) => line.startsWith("Zoek op")), []);
  assert.deepEqual((await lines("tui")).filter((line) => line.startsWith("Zoek op")), ["Zoek op: tuin → tuin", "Zoek op: tuinen → tuinen"]);
  assert.ok((await lines("wo")).some((line) => line.startsWith("Thema")));
});
