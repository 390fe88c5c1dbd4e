import assert from "node:assert/strict";
import test from "node:test";

import { Shards, responsible } from "../../../theme/js/lunr-shards/shards.js";

const STARTS = ["", "b", "huurder", "huurder ", "z"];

test("finds the shard that can contain a word", () => {
  const of = (word) => responsible(STARTS, word, false);
  assert.deepEqual(of("aanpak"), [0]);
  assert.deepEqual(of("b"), [1]);
  assert.deepEqual(of("huur"), [1]);
  assert.deepEqual(of("huurder"), [2]);
  assert.deepEqual(of("huurders"), [3]);
  assert.deepEqual(of("zzz"), [4]);
  assert.deepEqual(of(""), [0]);
});

test("finds the shards that can contain words with a prefix", () => {
  const of = (word) => responsible(STARTS, word, true);
  assert.deepEqual(of("huur"), [1, 2, 3]);
  assert.deepEqual(of("huurder"), [2, 3]);
  assert.deepEqual(of("huurders"), [3]);
  assert.deepEqual(of("a"), [0]);
  assert.deepEqual(of(""), [0, 1, 2, 3, 4]);
});

/** Shards with fake files, and the requested addresses. */
function openShards(answer, directory = ["\nm\nt", 1], digests = {}) {
  const asked = [];
  const manifest = { digest: "0a1b", digests, terms: directory, values: ["", 1], forward: ["", 1], reversed: ["", 1] };
  const fetchJson = async (address) => {
    asked.push(address);
    return answer(address);
  };
  const read = (content) => content.toUpperCase();
  const shards = new Shards("/zoekindex/", manifest, fetchJson, { terms: read, values: read, forward: read, reversed: read });
  return { shards, asked };
}

test("loads a file once, by its name in this build", async () => {
  const { shards, asked } = openShards(() => "huur");
  const answers = await Promise.all([shards.find("terms", "huur", false), shards.find("terms", "hypotheek", true)]);
  assert.deepEqual(answers, [["HUUR"], ["HUUR"]]);
  assert.deepEqual(asked, ["/zoekindex/terms-0.0a1b.json"]);
});

test("a file of a kind with separate digests has its own digest", async () => {
  const { shards, asked } = openShards(() => "huur", undefined, { terms: [1, "1111222233334444"] });
  await Promise.all([shards.find("terms", "huur", false), shards.find("terms", "zon", false), shards.find("forward", "zon", false)]);
  assert.deepEqual(asked, ["/zoekindex/terms-0.1111.json", "/zoekindex/terms-2.3333.json", "/zoekindex/forward-0.0a1b.json"]);
});

test("neighbouring files share a digest when there are many", async () => {
  const { shards, asked } = openShards(() => "huur", undefined, { terms: [2, "11112222"] });
  await Promise.all(["huur", "olie", "zon"].map((word) => shards.find("terms", word, false)));
  assert.deepEqual(asked, ["/zoekindex/terms-0.1111.json", "/zoekindex/terms-1.1111.json", "/zoekindex/terms-2.2222.json"]);
});

test("requests a file again after a failed request", async () => {
  let isDown = true;
  const { shards, asked } = openShards(() => {
    if (isDown) throw new Error("offline");
    return "huur";
  });
  await assert.rejects(shards.find("terms", "huur", false), /offline/);
  await assert.rejects(shards.find("terms", "huur", false), /offline/);
  isDown = false;
  assert.deepEqual(await shards.find("terms", "huur", false), ["HUUR"]);
  assert.equal(asked.length, 3);
});

test("requests a file again after invalid data", async () => {
  const answers = [42, "huur"];
  const { shards } = openShards(() => answers.shift());
  await assert.rejects(shards.find("terms", "huur", false), TypeError);
  assert.deepEqual(await shards.find("terms", "huur", false), ["HUUR"]);
});

test("finds shards through files of separators when there are many", async () => {
  const groups = { "/zoekindex/terms-from-0.0a1b.json": "\nc\nf", "/zoekindex/terms-from-1.0a1b.json": "k\nn\nr" };
  const { shards, asked } = openShards((address) => groups[address] ?? address, ["\nk", 3]);
  assert.deepEqual(await shards.find("terms", "noord", false), ["/ZOEKINDEX/TERMS-4.0A1B.JSON"]);
  assert.deepEqual(asked, ["/zoekindex/terms-from-1.0a1b.json", "/zoekindex/terms-4.0a1b.json"]);
  assert.deepEqual(
    (await shards.find("terms", "", true)).map((name) => name.match(/TERMS-(\d+)/)[1]),
    ["0", "1", "2", "3", "4", "5"],
  );
});
