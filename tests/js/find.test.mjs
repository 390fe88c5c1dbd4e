import assert from "node:assert/strict";
import test from "node:test";

import { find } from "../../theme/js/search/find.js";
import { fakeEngine } from "./fake-engine.mjs";

const ask = (query, chosen = {}, order = "") => find(fakeEngine, { query, order, chosen: new Map(Object.entries(chosen)) });
const counts = async (result, facet) => Object.fromEntries((await result.choices(facet)).map(({ value, count }) => [value, count]));

test("without a query all practices are returned, best known first", async () => {
  const { documents, first } = await ask("");
  assert.equal(documents.length, 5);
  assert.deepEqual([...(await first(9))], [2, 4, 0, 3, 1]);
  assert.deepEqual([...(await first(2))], [2, 4]);
  assert.deepEqual([...(await (await ask("", {}, "nieuwste")).first(2))], [1, 3]);
});

test("results are ordered by relevance or by newest", async () => {
  assert.deepEqual([...(await ask("huur")).documents], [0, 1, 3]);
  assert.deepEqual([...(await (await ask("huur")).first(2))], [0, 1]);
  assert.deepEqual([...(await (await ask("huur", {}, "nieuwste")).first(9))], [1, 3, 0]);
});

test("a query for figures ranks outcomes with figures first", async () => {
  assert.deepEqual([...(await ask("hoeveel huur")).documents], [3, 0, 1]);
});

test("filters combine with OR within a facet and AND between facets", async () => {
  assert.deepEqual([...(await ask("huur", { thema: ["wonen", "groen"] })).documents], [1, 3]);
  assert.deepEqual([...(await ask("huur", { thema: ["wonen"], partner: ["bank"] })).documents], [3]);
  assert.deepEqual([...(await ask("huur", { thema: ["bestaat-niet"] })).documents], []);
  assert.deepEqual([...(await ask("huur", { thema: ["bestaat-niet"] })).found], [0, 1, 3]);
});

test("a count ignores the values chosen in its own facet", async () => {
  const result = await ask("huur", { thema: ["wonen"] });
  assert.deepEqual(await counts(result, "thema"), { geld: 2, wonen: 2 });
  assert.deepEqual(await counts(result, "partner"), { bank: 1, gemeente: 1 });
  for (const [value, count] of Object.entries(await counts(result, "partner"))) {
    assert.equal((await ask("huur", { thema: ["wonen"], partner: [value] })).documents.length, count);
  }
});

test("words that are in no entry find nothing", async () => {
  const result = await ask("xqzwvk");
  assert.equal(result.documents.length + result.found.length, 0);
});
