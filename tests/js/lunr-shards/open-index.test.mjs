import assert from "node:assert/strict";
import test from "node:test";

import { cacheIndex, withIndex } from "../../../theme/js/lunr-shards/open-index.js";

const ADDRESS = "https://voorbeeld.nl/zoekindex/manifest.json?bouw";
const DIRECTORY = ["", 1];
const manifest = (digest) => ({ digest, digests: {}, documents: 0, fields: [], hits: 2, terms: DIRECTORY, values: DIRECTORY, forward: DIRECTORY, reversed: DIRECTORY });

/** A fake server with a list of answers, which records the requests. */
function server(...answers) {
  const asked = [];
  const get = async (address, options) => {
    asked.push([address, options.cache]);
    const answer = answers.shift();
    if (answer === undefined) throw new TypeError("Failed to fetch");
    return { ok: typeof answer !== "number", status: answer, json: async () => answer };
  };
  return { asked, get };
}

test("the manifest is requested once", async () => {
  const { asked, get } = server(manifest("een"));
  const index = cacheIndex(ADDRESS, get);
  assert.equal(await index.open(), await index.open());
  assert.deepEqual(asked, [[ADDRESS, "default"]]);
});

test("after a failure the manifest is requested again, bypassing the HTTP cache", async () => {
  const { asked, get } = server(503, manifest("een"));
  const index = cacheIndex(ADDRESS, get);
  await assert.rejects(index.open(), /503/);
  assert.equal((await index.open()).manifest.digest, "een");
  assert.deepEqual(asked.map(([, cache]) => cache), ["default", "reload"]);
});

test("after a new publication the query is repeated on the new build", async () => {
  const { get } = server(manifest("een"), manifest("twee"));
  const used = [];
  const answer = await withIndex(cacheIndex(ADDRESS, get), async ({ manifest: { digest } }) => {
    used.push(digest);
    if (digest === "een") throw new Error("404");
    return digest;
  });
  assert.equal(answer, "twee");
  assert.deepEqual(used, ["een", "twee"]);
});

test("a failure within the same build is reported", async () => {
  const { get } = server(manifest("een"), manifest("een"));
  const failing = withIndex(cacheIndex(ADDRESS, get), async () => {
    throw new Error("503 terms-1");
  });
  await assert.rejects(failing, /503 terms-1/);
});
