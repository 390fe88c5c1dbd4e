import assert from "node:assert/strict";
import test from "node:test";

import lunr from "lunr";

import { catalogueLoader } from "../../theme/js/search/load-catalogue.js";

const MANIFEST = new URL("https://voorbeeld.nl/sub/zoekindex/manifest.json");
const FILES = {
  "https://voorbeeld.nl/sub/zoekindex/manifest.json": { index: "index.1.json", documents: "documents.1.json" },
  "https://voorbeeld.nl/sub/zoekindex/index.1.json": JSON.parse(
    JSON.stringify(
      lunr(function () {
        this.field("titel");
      }),
    ),
  ),
  "https://voorbeeld.nl/sub/zoekindex/documents.1.json": { a: { titel: "A" } },
};

/** Answers from FILES, keeps what was asked, and fails as long as it is told to. */
function fakeFetch() {
  const fake = async (url, options) => {
    fake.asked.push([url.href, options?.cache]);
    if (fake.failing) throw new Error("offline");
    return FILES[url.href];
  };
  fake.asked = [];
  fake.failing = false;
  return fake;
}

test("the files that the manifest names are fetched from beside it", async () => {
  const fetchJson = fakeFetch();
  const { documents, index } = await catalogueLoader(MANIFEST, fetchJson)();
  assert.deepEqual(documents, { a: { titel: "A" } });
  assert.deepEqual(index.search("titel"), []);
  assert.deepEqual(
    fetchJson.asked.map(([href]) => href).sort(),
    Object.keys(FILES).sort(),
  );
});

test("only the manifest is asked for afresh; the others change their name", async () => {
  const fetchJson = fakeFetch();
  await catalogueLoader(MANIFEST, fetchJson)();
  assert.deepEqual(
    fetchJson.asked.map(([, cache]) => cache),
    ["no-cache", undefined, undefined],
  );
});

test("everything is fetched once, also when asked for twice at the same time", async () => {
  const fetchJson = fakeFetch();
  const load = catalogueLoader(MANIFEST, fetchJson);
  const [first, second] = await Promise.all([load(), load()]);
  assert.equal(first, second);
  assert.equal(await load(), first);
  assert.equal(fetchJson.asked.length, 3);
});

test("after a failure the next call tries again", async () => {
  const fetchJson = fakeFetch();
  const load = catalogueLoader(MANIFEST, fetchJson);
  fetchJson.failing = true;
  await assert.rejects(load(), /offline/);
  fetchJson.failing = false;
  assert.deepEqual((await load()).documents, { a: { titel: "A" } });
});
