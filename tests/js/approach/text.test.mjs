import assert from "node:assert/strict";
import { test } from "node:test";

import { fillGap, letterText, plain } from "../../../theme/js/approach/letter.js";

/** What a paragraph or a list looks like to the module: its text, its lines, whether it is an example. */
const child = (textContent, lines = [], isExample = false) => ({ textContent, querySelectorAll: () => lines, hasAttribute: () => isExample });
const line = (textContent, isPoint) => ({ textContent, matches: () => isPoint });

test("a text is put on one line", () => {
  assert.equal(plain({ textContent: "  Beste\n   mevrouw \u00a0 " }), "Beste mevrouw");
  assert.equal(plain({ textContent: null }), "");
});

test("the parts of a letter are separated by empty lines, and its points begin with a dash", (t) => {
  t.after(() => delete globalThis.HTMLElement);
  globalThis.HTMLElement = class {};
  const body = { children: [child("Beste,"), child("", [line("een", true), line("twee", true)], true), child("", [line("Groet", false), line("[naam]", false)])] };
  assert.equal(letterText(body), "Beste,\n\n- een\n- twee\n\nGroet\n[naam]");
  assert.equal(letterText(body, (one) => !one.hasAttribute("data-letter-examples")), "Beste,\n\nGroet\n[naam]");
});

test("a bare number gets its unit", () => {
  assert.equal(fillGap("hoeveel bewoners", "tien"), "tien bewoners");
  assert.equal(fillGap("hoeveel bewoners", "tien jongeren"), "tien jongeren");
  assert.equal(fillGap("hoeveel bewoners", ""), "");
  assert.equal(fillGap("hoe lang", "tien"), "tien");
});
