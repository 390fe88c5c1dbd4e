import assert from "node:assert/strict";
import { test } from "node:test";

import { makeLoader } from "../../../theme/js/compare/load.js";

const json = (data) => new Response(JSON.stringify(data));

test("each practice is asked for once, and they come in the order asked for", async () => {
  const asked = [];
  const load = makeLoader("/praktijken/*/gegevens.json", async (address) => (asked.push(address), json({ address })));
  await load(["a", "b"]);
  const found = await load(["b", "a"]);
  assert.deepEqual(asked, ["/praktijken/a/gegevens.json", "/praktijken/b/gegevens.json"]);
  assert.deepEqual(found.map(({ data }) => data.address), ["/praktijken/b/gegevens.json", "/praktijken/a/gegevens.json"]);
});

test("what does not exist is missing; the others are there", async () => {
  const load = makeLoader("*", async (slug) => (slug === "weg" ? new Response("", { status: 404 }) : json({})));
  assert.deepEqual((await load(["a", "weg", "b"])).map(({ state }) => state), ["found", "missing", "found"]);
});

test("what failed is tried again the next time", async () => {
  const answers = [() => Promise.reject(new TypeError("geen verbinding")), () => new Response("", { status: 500 }), () => new Response("<html>"), () => json({})];
  const load = makeLoader("*", async () => answers.shift()());
  const states = [];
  for (let time = 0; time < 5; time++) states.push((await load(["a"]))[0].state);
  assert.deepEqual(states, ["failed", "failed", "failed", "found", "found"]);
});
