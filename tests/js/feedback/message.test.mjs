import assert from "node:assert/strict";
import { test } from "node:test";

import { readSubject, writeMessage } from "../../../theme/js/feedback/message.js";

const SITE = "https://mvo.example.nl/catalogus";
const KNOWN = { site: SITE, notFound: "/404.html", referrer: "" };
const PAGE = `?${new URLSearchParams({ soort: "overname", pagina: "/praktijken/a/", titel: "Kop & “staart”" })}`;

test("the page that a reader comes from is filled in by title and address", () => {
  assert.deepEqual(readSubject(PAGE, KNOWN), { kind: "overname", page: `Kop & “staart” ${SITE}/praktijken/a/` });
  assert.deepEqual(readSubject("", KNOWN), { kind: "", page: "" });
});

test("an address of another site is no page of this one", () => {
  for (const path of ["//elders.nl", "/\\elders.nl", "https://elders.nl", "@elders.nl", "/a b", "javascript:x"]) {
    assert.equal(readSubject(`?${new URLSearchParams({ pagina: path, titel: "Hier" })}`, KNOWN).page, "", path);
  }
});

test("for a page that does not exist, the address comes from the referrer", () => {
  const lost = "?pagina=/404.html&titel=Deze+pagina+is+er+niet";
  assert.equal(readSubject(lost, { ...KNOWN, referrer: `${SITE}/praktijken/weg/` }).page, `${SITE}/praktijken/weg/`);
  for (const referrer of ["", "https://elders.nl/", `${SITE}.elders.nl/`]) assert.equal(readSubject(lost, { ...KNOWN, referrer }).page, "");
});

test("the message has the page and everything that was typed", () => {
  assert.equal(writeMessage("Kop https://x.nl/ ", "Een\n\ntwee & drie "), "Pagina: Kop https://x.nl/\n\nEen\n\ntwee & drie");
  assert.equal(writeMessage(" ", "x"), "x");
});
