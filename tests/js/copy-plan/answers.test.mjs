import assert from "node:assert/strict";
import { test } from "node:test";

import { NO_DAY, NO_WEEKS, adoptionHash, findMistakes, readAnswers } from "../../../theme/js/copy-plan/answers.js";

const WRITTEN = { association: " Woonstichting\u0000 De Brug ", leader: "", start: "2027-03-01", weeks: " 26 ", own: " Bel aan.\n\nDeel\u0000 uit. " };

test("answers are normalised, and invalid ones are unknown", () => {
  const dropped = new Set([1]);
  assert.deepEqual(readAnswers(WRITTEN, dropped), { association: "Woonstichting De Brug", leader: "", start: "2027-03-01", weeks: 26, dropped, own: ["Bel aan.", "Deel uit."] });
  const { start, weeks } = readAnswers({ ...WRITTEN, start: "morgen", weeks: "veel" }, dropped);
  assert.deepEqual([start, weeks], [null, null]);
});

test("only an invalid answer is an error, not an empty one", () => {
  assert.deepEqual(findMistakes(WRITTEN, false), { start: "", weeks: "" });
  assert.deepEqual(findMistakes({ ...WRITTEN, start: "", weeks: " " }, false), { start: "", weeks: "" });
  assert.deepEqual(findMistakes({ ...WRITTEN, start: "", weeks: "521" }, true), { start: NO_DAY, weeks: NO_WEEKS });
});

test("the adoption form gets the name, and the year of a start in the past", () => {
  const answers = readAnswers(WRITTEN, new Set());
  assert.equal(adoptionHash(answers, "2027-03-01"), "corporatie=Woonstichting+De+Brug&jaar=2027");
  assert.equal(adoptionHash(answers, "2027-02-28"), "corporatie=Woonstichting+De+Brug");
  assert.equal(adoptionHash(readAnswers({ association: "", leader: "", start: "", weeks: "", own: "" }, new Set()), "2027-01-01"), "");
});
