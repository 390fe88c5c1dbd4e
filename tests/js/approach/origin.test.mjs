/** The letter begins with the question that fits the page where the reader came from. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { originOf, questionFor } from "../../../theme/js/approach/letter.js";

test("the origin of a letter is a practice or theme of this site", () => {
  const home = "https://mvo.example.nl/catalogus/";
  for (const [referrer, origin] of [
    [`${home}praktijken/schone-buurt/`, "schone-buurt"],
    [`${home}themas/schoon/?p=2`, "schoon"],
    [`${home}praktijken/`, ""],
    [`${home}partners/brug/`, ""],
    ["https://elders.nl/praktijken/schone-buurt/", ""],
    ["", ""],
  ]) {
    assert.equal(originOf(referrer ?? "", home), origin);
  }
});

test("the request of that practice, or of one with that theme, is chosen first", () => {
  const questions = [
    { value: "1", about: [["eten", "gezondheid", "schoon"], ["ontbijt", "gezondheid"]] },
    { value: "2", about: [["convenant", "werken"], ["opruimen", "schoon", "leefbaarheid"]] },
  ];
  assert.equal(questionFor("opruimen", questions), "2");
  assert.equal(questionFor("schoon", questions), "2");
  assert.equal(questionFor("gezondheid", questions), "1");
  assert.equal(questionFor("anders", questions), "");
  assert.equal(questionFor("", questions), "");
});
