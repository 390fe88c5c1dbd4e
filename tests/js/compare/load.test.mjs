import assert from "node:assert/strict";
import { test } from "node:test";

import { makeLoader, stayHere } from "../../../theme/js/compare/load.js";

const json = (data) => new Response(JSON.stringify(data));

test("each practice is requested once, and they are returned in order", async () => {
  const asked = [];
  const load = makeLoader("/praktijken/*/gegevens.json", async (address) => (asked.push(address), json({ address })));
  await load(["a", "b"]);
  const found = await load(["b", "a"]);
  assert.deepEqual(asked, ["/praktijken/a/gegevens.json", "/praktijken/b/gegevens.json"]);
  assert.deepEqual(found.map(({ data }) => data.address), ["/praktijken/b/gegevens.json", "/praktijken/a/gegevens.json"]);
});

test("a practice that does not exist is reported as missing, the others are returned", async () => {
  const load = makeLoader("*", async (slug) => (["weg", "gehaald"].includes(slug) ? new Response("", { status: slug === "weg" ? 404 : 410 }) : json({})));
  assert.deepEqual((await load(["a", "weg", "gehaald", "b"])).map(({ state }) => state), ["found", "missing", "missing", "found"]);
});

test("a failed request is repeated the next time", async () => {
  const answers = [() => Promise.reject(new TypeError("geen verbinding")), () => new Response("", { status: 500 }), () => new Response("<html>"), () => json({})];
  const load = makeLoader("*", async () => answers.shift()());
  const states = [];
  for (let time = 0; time < 5; time++) states.push((await load(["a"]))[0].state);
  assert.deepEqual(states, ["failed", "failed", "failed", "found", "found"]);
});

test("links to the published site are made local on a preview; others are unchanged", () => {
  const data = {
    adres: "https://mvo.voorbeeld.nl/catalogus/praktijken/a/",
    partners: [{ adres: "https://mvo.voorbeeld.nl/catalogus/partners/b/" }],
    bronnen: [{ adres: "https://elders.nl/catalogus/praktijken/a/" }, { adres: null }],
  };
  const { adres, partners, bronnen } = stayHere(data, "http://127.0.0.1:8001");
  assert.equal(adres, "http://127.0.0.1:8001/catalogus/praktijken/a/");
  assert.equal(partners[0].adres, "http://127.0.0.1:8001/catalogus/partners/b/");
  assert.deepEqual(bronnen, data.bronnen);
  assert.deepEqual(stayHere(data, "https://mvo.voorbeeld.nl"), data);
});
