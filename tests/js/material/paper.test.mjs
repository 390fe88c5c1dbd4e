import assert from "node:assert/strict";
import { test } from "node:test";

import { strFromU8, unzipSync } from "fflate";

import { makeMaterial } from "../../../theme/js/material/paper.js";
import { writeHtml, writePlain } from "../../../theme/js/papers/clipboard.js";
import { letterhead, paragraph } from "../../../theme/js/papers/paper.js";
import { writeOdt } from "../../../theme/js/papers/odt.js";
import { withBlanks } from "../../../theme/js/papers/text.js";

const ABOUT = { title: "Brief aan de straat", kind: "Voorbeeldbrief", maker: "De Brug", source: "https://voorbeeld.nl/brief/", day: "2026-11-22" };
const blocks = [paragraph(withBlanks("Beste [naam],"))];

test("a letter has no header or footer of the catalogue", () => {
  const letter = makeMaterial(ABOUT, blocks, true);
  assert.equal(writePlain(letter), "Beste [naam],\n");
  assert.equal(writeHtml(letter), "<p>Beste <mark>[naam]</mark>,</p>");
  assert.deepEqual([letter.footer, letter.file], ["", "brief-aan-de-straat"]);
});

test("as a file a letter has room for the address and the date, and no page number", () => {
  const odt = unzipSync(writeOdt({ ...makeMaterial(ABOUT, blocks, true), blocks: [...letterhead(), ...blocks] }));
  assert.match(strFromU8(odt["content.xml"]), /postcode en plaats[^]*\[datum\][^]*Beste/);
  assert.ok(!strFromU8(odt["styles.xml"]).includes("Pagina"));
});

test("other texts have their type as a header", () => {
  const list = makeMaterial(ABOUT, blocks, false);
  assert.equal(writePlain(list), "Voorbeeldbrief\n\nBrief aan de straat\n\nBeste [naam],\n");
  assert.equal(list.footer, "Voorbeeldbrief");
});
