import assert from "node:assert/strict";
import { test } from "node:test";

import { LONGEST_MAIL, mailAddress } from "../../../theme/js/lib/mail.js";

test("a mail link has the longest version of the letter that fits", () => {
  const whole = mailAddress("", "Kunt u helpen?", ["Beste,\nEen vraag.", "kort"]);
  assert.deepEqual(whole, { address: "mailto:?subject=Kunt%20u%20helpen%3F&body=Beste%2C%0D%0AEen%20vraag.", fits: 0 });
  const short = mailAddress("", "x", ["é".repeat(1000), "kort"]);
  assert.deepEqual(short, { address: "mailto:?subject=x&body=kort", fits: 1 });
});

test("a mail link has no body if no version fits", () => {
  const long = "a".repeat(2000);
  assert.deepEqual(mailAddress("", "x", [long, long]), { address: "mailto:?subject=x", fits: 2 });
});

test("a text fits up to the limit", () => {
  const room = LONGEST_MAIL - "mailto:?subject=x&body=".length;
  assert.equal(mailAddress("", "x", ["a".repeat(room)]).fits, 0);
  assert.equal(mailAddress("", "x", ["a".repeat(room + 1)]).fits, 1);
});
