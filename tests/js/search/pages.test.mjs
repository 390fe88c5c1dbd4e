import assert from "node:assert/strict";
import { test } from "node:test";

import { findPages } from "../../../theme/js/search/pages.js";
import { suggest } from "../../../theme/js/search/suggest.js";
import { fakeEngine } from "../fake-engine.mjs";

const pages = [
  ["/privacy/", "Privacy", "privacy cookies volgsoftware"],
  ["/over/", "Over deze catalogus", "catalogus mvo"],
];
const engine = { ...fakeEngine, manifest: { ...fakeEngine.manifest, pages } };
const titles = (query) => findPages(engine, query).map(({ title }) => title);

test("a page is found by each of its words, and by how they begin from three letters on", () => {
  assert.deepEqual(titles("Cookie"), ["Privacy"]);
  assert.deepEqual(titles("privacy en cookies"), ["Privacy"]);
  assert.deepEqual(titles("pr"), []);
  assert.deepEqual(titles("privacy catalogus"), []);
});

test("a page with most of the words is found when none has all, but not by one word of a longer question", () => {
  assert.deepEqual(titles("privacy cookies instellen"), ["Privacy"]);
  assert.deepEqual(titles("privacy instellen"), []);
});

test("an empty query finds no page", () => {
  assert.deepEqual(titles(" "), []);
});

test("pages are suggested before anything else", async () => {
  const [first] = await suggest(engine, "cata", { topic: "/themas/*/", partner: "/partners/*/" }, true);
  assert.deepEqual(first, { kind: "Pagina", text: "Over deze catalogus", path: "/over/", isQuery: false });
});
