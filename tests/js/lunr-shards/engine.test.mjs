import assert from "node:assert/strict";
import test from "node:test";

import { findMatches } from "../../../theme/js/lunr-shards/matches.js";
import { openIndex } from "../../../theme/js/lunr-shards/open-index.js";

/** Two documents; their hits are one to a file, as in a large catalogue. */
const MANIFEST = {
  format: 1,
  digest: "0a1b",
  digests: {},
  documents: 2,
  fields: ["titel"],
  boosts: [10],
  averages: [2],
  k1: 1.2,
  b: 0.75,
  hits: 1,
  facets: ["thema"],
  terms: ["", 1],
  forward: ["", 1],
  reversed: ["", 1],
  values: ["", 1],
  lists: {},
};
const FILES = {
  "manifest.json": MANIFEST,
  // huur in both titles, huurder in the second, zon in the first
  "terms-0.0a1b.json": ["huur\nder\nzon", "AEA", "BCBBBB", "ABBA", "", "CCCC"],
  "hits-0.0a1b.json": [[["Zon en huur", "/zon/"], ""]],
  "hits-1.0a1b.json": [[["Huur voor de huurder", "/huur/"], "2c3d"]],
  "texts-1.2c3d.json": ["De huur."],
};

/** An index with fake files, and the names of the requested ones. */
async function open(files = FILES) {
  const asked = [];
  const read = async (address) => {
    const name = address.replace("https://example.nl/catalogus/zoekindex/", "");
    asked.push(name);
    if (!(name in files)) throw new Error(`no ${name}`);
    return files[name];
  };
  const engine = await openIndex("https://example.nl/catalogus/zoekindex/manifest.json", read, findMatches);
  return { engine, asked };
}

test("ranks with only the manifest and the files of the terms", async () => {
  const { engine, asked } = await open();
  const { documents, scores, terms } = await engine.search([{ term: "huur" }, { term: "huurder", boost: 2 }]);
  assert.deepEqual([...documents], [1, 0]);
  assert.ok(scores[0] > scores[1]);
  assert.deepEqual([...terms.keys()], ["huur", "huurder"]);
  assert.deepEqual(asked, ["manifest.json", "terms-0.0a1b.json"]);
});

test("completes a word from the loaded terms, or from the list of terms when they are in many files", async () => {
  const one = await open();
  assert.deepEqual(await one.engine.complete("huu", 3), ["huur", "huurder"]);
  assert.deepEqual(one.asked, ["manifest.json", "terms-0.0a1b.json"]);
  const many = await open({
    ...FILES,
    "manifest.json": { ...MANIFEST, terms: ["\nhuur\nhuurd\nhuurs", 1] },
    "forward-0.0a1b.json": ["huur\nder\nzon", "AEA", "CBB"],
  });
  assert.deepEqual(await many.engine.complete("huur", 3), ["huur", "huurder"]);
  assert.deepEqual(await many.engine.complete("huu", 3), ["huur", "huurder"]);
  assert.deepEqual(many.asked, ["manifest.json", "forward-0.0a1b.json"]);
});

test("loads the hits together with a small index", async () => {
  const hits = ["hits-0.0a1b.json", "hits-1.0a1b.json"].flatMap((name) => FILES[name]);
  const { engine, asked } = await open({ ...FILES, "manifest.json": { ...MANIFEST, hits: 2 }, "hits-0.0a1b.json": hits });
  assert.deepEqual(asked, ["manifest.json", "hits-0.0a1b.json"]);
  await engine.stored([0, 1]);
  assert.equal(asked.length, 2);
});

test("loads the texts of a document by the digest in its hit", async () => {
  const { engine, asked } = await open();
  assert.deepEqual(await engine.texts(1), ["De huur."]);
  assert.deepEqual(await engine.texts(0), [], "one without texts");
  assert.deepEqual(asked, ["manifest.json", "hits-1.0a1b.json", "texts-1.2c3d.json", "hits-0.0a1b.json"]);
});

test("reads the first file of an order, and others only for documents that are not in it", async () => {
  const manifest = { ...MANIFEST, documents: 5, ordered: 2 };
  const orders = { ...FILES, "manifest.json": manifest, "order-newest-0.0a1b.json": "DB", "order-newest-1.0a1b.json": "CA", "order-newest-2.0a1b.json": "E" };
  const { engine, asked } = await open(orders);
  assert.deepEqual([...(await engine.ordered("newest", [0, 1, 2, 3, 4], 2))], [3, 1]);
  assert.deepEqual([...(await engine.ordered("newest", [], 2))], []);
  assert.deepEqual(asked.slice(1), ["order-newest-0.0a1b.json"]);
  assert.deepEqual([...(await engine.ordered("newest", [0, 3, 4], 2))], [3, 0]);
  assert.deepEqual([...(await engine.ordered("newest", [4]))], [4]);
});

test("supports Lunr's wildcard option", async () => {
  const { engine } = await open();
  assert.deepEqual([...(await engine.search([{ term: "huurd", wildcard: 2 }])).documents], [1]);
  assert.deepEqual([...(await engine.search([{ term: "huurd*", wildcard: 2 }])).documents], [1]);
});

test("returns documents in the requested order", async () => {
  const { engine } = await open();
  assert.deepEqual(await engine.stored([1, 0]), [["Huur voor de huurder", "/huur/"], ["Zon en huur", "/zon/"]]);
});

test("fails only for the file that cannot be loaded", async () => {
  const { engine } = await open();
  await assert.rejects(engine.match({ term: "huuur", editDistance: 1 }, engine.shards), /no (forward|reversed)-0/);
  await assert.rejects(engine.facets([0]), /no values-0/);
  await assert.rejects(engine.facets([0, 1]), /no choices-thema/);
  assert.equal(await engine.documentFrequency("huur"), 2);
});

test("fails without a manifest", async () => {
  await assert.rejects(open({}), /no manifest/);
});

test("names the file that the server does not return", async (t) => {
  t.mock.method(globalThis, "fetch", async () => new Response("", { status: 404 }));
  await assert.rejects(openIndex("/zoekindex/manifest.json"), /404 \/zoekindex\/manifest.json/);
});

test("searches an empty index", async () => {
  const nothing = ["", "", "", "", "", ""];
  const { engine } = await open({
    "manifest.json": { ...MANIFEST, documents: 0 },
    "terms-0.0a1b.json": nothing,
    "forward-0.0a1b.json": nothing,
    "reversed-0.0a1b.json": nothing,
    "values-0.0a1b.json": nothing,
    "choices-thema-0.0a1b.json": [],
  });
  assert.equal((await engine.search([{ term: "huur" }, { term: "zon*" }, { term: "zonn", editDistance: 1 }])).documents.length, 0);
  assert.equal((await engine.search([])).documents.length, 0);
  assert.deepEqual(await engine.facets([]), new Map([["thema", []]]));
  assert.deepEqual(await engine.complete("h", 3), []);
});
