import assert from "node:assert/strict";
import { test } from "node:test";

import { strFromU8, unzipSync } from "fflate";

import { makePlan } from "../../../theme/js/copy-plan/plan.js";
import { writeHtml, writePlain } from "../../../theme/js/papers/clipboard.js";
import { writeDocx } from "../../../theme/js/papers/docx.js";
import { writeOdt } from "../../../theme/js/papers/odt.js";
import { clean, escapeXml, webAddress } from "../../../theme/js/papers/text.js";
import { APPROACH, makeAnswers, makePractice } from "../copy-plan/practice.mjs";

const HOSTILE = '</w:t><script>&amp;"\'\u0000\u0008\u000b\u001f\u007f\ud800x\ufffe\u202e😀';
const plan = makePlan(makePractice({ titel: HOSTILE, bronnen: [{ titel: HOSTILE, uitgever: HOSTILE, adres: 'https://voorbeeld.nl/"><x>&', datum: null, archief: null }] }), makeAnswers({ association: HOSTILE }), APPROACH, "2026-11-22");

test("text is escaped, and characters that XML does not allow are dropped", () => {
  assert.equal(escapeXml(HOSTILE), "&lt;/w:t&gt;&lt;script&gt;&amp;amp;&quot;&apos;x😀");
  assert.equal(clean(" a\tb\r\n\u2028c\u0000 "), "a b c");
  assert.equal(clean(null), "");
});

test("only web addresses become links", () => {
  assert.equal(webAddress("https://voorbeeld.nl/a b"), "https://voorbeeld.nl/a%20b");
  for (const address of ["javascript:alert(1)", "file:///x", "//voorbeeld.nl", "https://", "", null]) assert.equal(webAddress(address), "");
});

for (const [name, bytes, entries] of [
  ["DOCX", writeDocx(plan), ["[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml", "word/footer1.xml"]],
  ["ODT", writeOdt(plan), ["mimetype", "META-INF/manifest.xml", "content.xml", "styles.xml", "meta.xml"]],
]) {
  test(`${name}: all parts are present, and text is never markup`, () => {
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

test("an ODT file starts with its uncompressed mimetype", () => {
  const head = strFromU8(writeOdt(plan).slice(0, 90), true);
  assert.ok(head.startsWith("PK\u0003\u0004") && head.includes("mimetypeapplication/vnd.oasis.opendocument.text"));
});

test("the clipboard has a plan as escaped HTML and as plain text with the same words", () => {
  const [html, text] = [writeHtml(plan), writePlain(plan)];
  assert.ok(!html.includes("<script>") && html.includes("&lt;script&gt;"));
  assert.match(html, /<h1>[^]*<h2>Stappen<\/h2>[^]*<table[^]*<th[^>]*>Wat wij doen<\/th>[^]*<td[^>]*>Een groep maken\.<\/td>/);
  assert.match(text, /\n\nSTAPPEN\n\n[^]*\n1\tEen groep maken\.\n/);
  assert.match(text, /\nCorporatie: <\/w:t><script>/);
  assert.ok(!text.includes("| ---"));
});

test("a memo has its kind as title, and less spacing than a plan", () => {
  const sizes = ["plan", "memo"].map((layout) => {
    const parts = unzipSync(writeDocx({ ...plan, layout }));
    const body = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
    assert.equal(body.includes('w:val="Subtitle"'), layout === "plan");
    assert.equal(strFromU8(unzipSync(writeOdt({ ...plan, layout }))["content.xml"] ?? new Uint8Array()).includes('"Subtitle"'), layout === "plan");
    return Number(/w:bottom="(\d+)"/.exec(body)?.[1]);
  });
  assert.ok((sizes[0] ?? 0) > (sizes[1] ?? 0));
});

test("every numbered list starts at 1, and no table row is alone on a page", () => {
  const items = [[{ text: "a" }], [{ text: "b" }]];
  /** @type {import("../../../theme/js/papers/paper.js").Block[]} */
  const blocks = [
    { kind: "list", items, isNumbered: true },
    { kind: "list", items, isNumbered: true },
    { kind: "table", title: "T", head: ["x"], widths: [100], rows: "12345".split("").map((text) => [[{ text }]]) },
  ];
  const parts = unzipSync(writeDocx({ ...plan, blocks }));
  const [body = "", numbering = ""] = ["document", "numbering"].map((name) => strFromU8(parts[`word/${name}.xml`] ?? new Uint8Array()));
  assert.deepEqual([...body.matchAll(/<w:numId w:val="(\d)"/g)].map(([, id]) => id), ["2", "2", "3", "3"]);
  assert.equal(numbering.match(/<w:startOverride w:val="1"\/>/g)?.length, 2);
  assert.deepEqual([...body.matchAll(/"TableText"\/>(<w:keepNext\/>)?/g)].map(([, kept]) => Boolean(kept)), [true, false, false, true, false]);
});
