import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { readFormData } from "../../../theme/js/contribute/form-data.js";
import { makeWriter } from "../../../theme/js/contribute/made-files.js";
import { writePackage } from "../../../theme/js/contribute/package.js";
import { readEntry } from "../../../theme/js/contribute/read-entry.js";
import { proposalAddress } from "../../../theme/js/contribute/send.js";
import { issueAddress, LONGEST_ADDRESS } from "../../../theme/js/lib/forge.js";
import { LONGEST_MAIL } from "../../../theme/js/lib/mail.js";
import { CONTENT, DATA } from "./form-data.mjs";

const VECTORS = JSON.parse(readFileSync(new URL("../../package_vectors.json", import.meta.url), "utf8"));
const GITHUB = { repository: "https://github.com/wie/wat", forge: "github" };
const GITLAB = { repository: "https://gitlab.com/wie/wat", forge: "gitlab" };

for (const { name, files, notes, text } of VECTORS) {
  test(`a package is written as Python writes it: ${name}`, () => assert.equal(writePackage(files, notes), text));
}

/** What the form makes of each kind of entry, with a title as long as it can be and longer. */
const data = readFormData(structuredClone(DATA));
const entry = readEntry("---\ntitel: Oud\n---\n\n## Aanpak\n\n1. Een.\n");
const titles = ["Kort", "Een titel met één “&” en spaties ".repeat(10), "👩‍👩‍👧‍👦".repeat(200), "%&?#+".repeat(100)];
const made = titles.flatMap((titel) => {
  const content = { ...structuredClone(CONTENT), values: { ...CONTENT.values, titel, corporaties: ["de-tuin"] } };
  const organisations = [{ slug: "de-tuin", naam: titel }];
  const original = { slug: "oud", entry, content: { ...content, values: { titel: "Oud" }, organisations: [] } };
  return [
    ["a practice", makeWriter(data, null, "2026-11-21")(content)],
    ["a practice and its new organisation", makeWriter(data, null, "2026-11-21")({ ...content, organisations })],
    ["an improved practice", makeWriter(data, original, "2026-11-21")(content)],
    ["an improved practice and a new organisation", makeWriter(data, original, "2026-11-21")({ ...content, organisations })],
  ];
});

test("a mail link has two lines and room to paste, and never exceeds the limit of mail programs", () => {
  assert.equal(made.length, 16);
  for (const [kind, files] of made) {
    const address = proposalAddress(`${"a".repeat(64)}@${"b".repeat(60)}.example.org`, files);
    assert.ok(address.length <= LONGEST_MAIL, `${kind}: ${address.length}`);
    const given = new URL(address).searchParams;
    assert.deepEqual(given.get("body").split("\r\n"), ["Hieronder staat mijn voorstel voor de catalogus.", "", "[plak hier (Ctrl+V)]", ""]);
    assert.match(given.get("subject"), kind.startsWith("an improved") ? /^Verbetering: ./ : /^Nieuw voor de catalogus: ./);
  }
});

test("a new organisation is in the package of its practice", () => {
  const [, files] = made[1];
  assert.deepEqual(files.map(({ path, isNew }) => [path, isNew]), [["content/partners/de-tuin.md", true], ["content/practices/kort.md", true]]);
  assert.match(writePackage(files), /Nieuw bestand: content\/partners\/de-tuin\.md[^]*Nieuw bestand: content\/practices\/kort\.md/);
  assert.match(writePackage(made[3][1]), /Nieuw bestand: content\/partners\/de-tuin\.md[^]*Verbetering van: content\/practices\/oud\.md/);
});

test("an issue link has the package if it fits, on GitHub and GitLab", () => {
  const [{ text }] = VECTORS;
  for (const [project, title, body] of [[GITHUB, "title", "body"], [GITLAB, "issue[title]", "issue[description]"]]) {
    const door = issueAddress(project, "a & b", text, "plak");
    assert.equal(door.isFilled, true);
    const address = new URL(door.address);
    assert.ok(address.href.startsWith(project.repository));
    assert.deepEqual([address.searchParams.get(title), address.searchParams.get(body)], ["a & b", text]);
    const long = issueAddress(project, "a & b", "é".repeat(LONGEST_ADDRESS), "plak");
    assert.equal(long.isFilled, false);
    assert.ok(long.address.length < LONGEST_ADDRESS);
    assert.equal(new URL(long.address).searchParams.get(body), "plak");
  }
  assert.deepEqual(issueAddress({ repository: "https://example.org/x", forge: "" }, "a", text, "plak"), { address: "https://example.org/x", isFilled: false });
});
