import assert from "node:assert/strict";
import { test } from "node:test";

import { publicAddress, readQuestion, reportMail, writeReport } from "../../../theme/js/report/report.js";

const SITE = "https://mvo.example.nl/catalogus";
const KNOWN = { site: SITE, notFound: "/404.html", referrer: "" };
const PAGE = `?${new URLSearchParams({ soort: "overname", pagina: "/praktijken/a/", titel: "Kop & “staart”" })}`;

test("the page that a reader comes from is filled in by title and address", () => {
  assert.deepEqual(readQuestion(PAGE, KNOWN), { kind: "overname", page: `Kop & “staart” ${SITE}/praktijken/a/` });
  assert.deepEqual(readQuestion("", KNOWN), { kind: "", page: "" });
});

test("an address of another site is no page of this one", () => {
  for (const path of ["//elders.nl", "/\\elders.nl", "https://elders.nl", "@elders.nl", "/a b", "javascript:x"]) {
    assert.equal(readQuestion(`?${new URLSearchParams({ pagina: path, titel: "Hier" })}`, KNOWN).page, "", path);
  }
});

test("of a page that is not there, its address is told when the browser knows it", () => {
  const lost = "?pagina=/404.html&titel=Deze+pagina+is+er+niet";
  assert.equal(readQuestion(lost, { ...KNOWN, referrer: `${SITE}/praktijken/weg/` }).page, `${SITE}/praktijken/weg/`);
  for (const referrer of ["", "https://elders.nl/", `${SITE}.elders.nl/`]) assert.equal(readQuestion(lost, { ...KNOWN, referrer }).page, "");
});

test("what is sent is the page and what was typed, and no letter less", () => {
  assert.equal(writeReport("Kop https://x.nl/ ", "Een\n\ntwee & drie "), "Pagina: Kop https://x.nl/\n\nEen\n\ntwee & drie");
  assert.equal(writeReport(" ", "x"), "x");
  const text = "Regel één\nregel “twee” & 100% + #3";
  const mail = new URL(reportMail("a@x.nl", "Er klopt iets niet", text));
  assert.equal(mail.searchParams.get("body"), text.replace("\n", "\r\n"));
  assert.equal(new URL(publicAddress({ repository: "https://github.com/w/w", forge: "github" }, "T", text)).searchParams.get("body"), text);
});

test("what is too long for an address is pasted", () => {
  const long = "woord ".repeat(2000);
  for (const address of [reportMail("a@x.nl", "T", long), publicAddress({ repository: "https://github.com/w/w", forge: "github" }, "T", long)]) {
    assert.match(new URL(address).searchParams.get("body") ?? "", /^Plak hier/);
  }
});

test("each forge gets the words in its own form, and another the page of the project", () => {
  const address = new URL(publicAddress({ repository: "https://gitlab.com/w/w", forge: "gitlab" }, "T", "x"));
  assert.equal(address.pathname, "/w/w/-/issues/new");
  assert.deepEqual(Object.fromEntries(address.searchParams), { "issue[title]": "T", "issue[description]": "x" });
  assert.equal(publicAddress({ repository: "https://code.x.nl", forge: "" }, "T", "x"), "https://code.x.nl");
});
