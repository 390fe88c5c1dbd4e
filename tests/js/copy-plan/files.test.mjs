import assert from "node:assert/strict";
import { test } from "node:test";

import { strFromU8, unzipSync } from "fflate";

import { writeDocx } from "../../../theme/js/copy-plan/docx.js";
import { writeOdt } from "../../../theme/js/copy-plan/odt.js";
import { makePlan } from "../../../theme/js/copy-plan/plan.js";
import { clean, escapeXml, webAddress } from "../../../theme/js/copy-plan/text.js";
import { APPROACH, makeAnswers, makePractice } from "./practice.mjs";

const HOSTILE = '</w:t><script>&amp;"\'\u0000\u0008\u000b\u001f\u007f\ud800x\ufffe\u202e😀';
const plan = makePlan(makePractice({ titel: HOSTILE, bronnen: [{ titel: HOSTILE, uitgever: HOSTILE, adres: 'https://voorbeeld.nl/"><x>&', datum: null, archief: null }] }), makeAnswers({ association: HOSTILE }), APPROACH, "2026-11-22");

test("text is escaped, and what XML cannot hold is dropped", () => {
  assert.equal(escapeXml(HOSTILE), "&lt;/w:t&gt;&lt;script&gt;&amp;amp;&quot;&apos;x😀");
  assert.equal(clean(" a\tb\r\n\u2028c\u0000 "), "a b c");
  assert.equal(clean(null), "");
});

test("only addresses of the web are links", () => {
  assert.equal(webAddress("https://voorbeeld.nl/a b"), "https://voorbeeld.nl/a%20b");
  for (const address of ["javascript:alert(1)", "file:///x", "//voorbeeld.nl", "https://", "", null]) assert.equal(webAddress(address), "");
});

for (const [name, bytes, entries] of [
  ["DOCX", writeDocx(plan), ["[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml", "word/footer1.xml"]],
  ["ODT", writeOdt(plan), ["mimetype", "META-INF/manifest.xml", "content.xml", "styles.xml", "meta.xml"]],
]) {
  test(`${name}: all parts are there, and nothing of the text is markup`, () => {
    const parts = unzipSync(bytes);
    for (const entry of entries) assert.ok(parts[entry], entry);
    for (const [entry, content] of Object.entries(parts)) {
      const text = strFromU8(content);
      assert.ok(!text.includes("<script>"), entry);
      assert.doesNotMatch(text, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\u202e]/, entry);
    }
  });

  test(`${name}: the same plan gives the same file`, () => {
    assert.deepEqual(name === "ODT" ? writeOdt(plan) : writeDocx(plan), bytes);
  });
}

test("an ODT file starts with its type, as it is", () => {
  const head = strFromU8(writeOdt(plan).slice(0, 90), true);
  assert.ok(head.startsWith("PK\u0003\u0004") && head.includes("mimetypeapplication/vnd.oasis.opendocument.text"));
});
