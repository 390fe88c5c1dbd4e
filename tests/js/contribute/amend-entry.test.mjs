import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

import { amendEntry } from "../../../theme/js/contribute/amend-entry.js";
import { readEntry } from "../../../theme/js/contribute/read-entry.js";

const FIELDS = [
  { key: "titel", isQuoted: true, fields: [] },
  { key: "partners", isQuoted: false, fields: [] },
  { key: "fase", isQuoted: false, fields: [] },
  { key: "bronnen", isQuoted: true, fields: [{ key: "titel", isQuoted: true, fields: [] }, { key: "uitgever", isQuoted: true, fields: [] }] },
];
const SOURCE = `---
# boven
titel: 'A'  # waarom
eigen: {x: y}
partners:
  # eerst
  - irado   # sinds 2018
  - ns
bronnen:
  - titel: "X"
    uitgever: Y
  - titel: Z
    uitgever: W
---

Vooraf.

## Aanpak

1. Een.   
## Eigen kop

\`\`\`
## geen kop
\`\`\`
`;

/** The entry with other values and parts. */
function amend(values, parts = {}, source = SOURCE) {
  const written = readEntry(source);
  const before = { values: written.values, parts: ["Aanleiding", "Aanpak", "Lessen"].map((heading) => ({ heading, text: written.sections.find((section) => section.heading === heading)?.text ?? "" })) };
  const after = { values: { ...written.values, ...values }, parts: before.parts.map(({ heading, text }) => ({ heading, text: parts[heading] ?? text })) };
  return amendEntry(written, FIELDS, before, after);
}

test("an unchanged entry is the same byte for byte", () => {
  assert.equal(amend({}), SOURCE);
  for (const folder of ["content/practices", "tests/site/sample/practices"]) {
    for (const name of readdirSync(folder).filter((name) => name.endsWith(".md"))) {
      const source = readFileSync(`${folder}/${name}`, "utf8");
      assert.equal(amend({}, {}, source), source, name);
    }
  }
});

test("a changed value is rewritten; comments, unknown keys and other items are kept", () => {
  assert.equal(
    amend({ titel: 'B "q"', fase: "proef", partners: ["irado", "albert-heijn"], bronnen: [{ titel: "Z", uitgever: "W" }, { titel: "N", uitgever: "M" }] }),
    SOURCE.replace("'A'  # waarom", '"B \\"q\\"" # waarom')
      .replace("  - ns\n", "  - albert-heijn\nfase: proef\n")
      .replace('  - titel: "X"\n    uitgever: Y\n', "")
      .replace("    uitgever: W\n", '    uitgever: W\n  - titel: "N"\n    uitgever: "M"\n'),
  );
});

test("an emptied list is removed with its key, but not its comments", () => {
  assert.equal(amend({ partners: [] }), SOURCE.replace("partners:\n  # eerst\n  - irado   # sinds 2018\n  - ns\n", "# eerst\n"));
});

test("a flow list with a changed value is written as a block list", () => {
  const source = "---\npartners: [irado, ns]\ntitel: A\n---\n\n## Aanpak\n\nx\n";
  assert.equal(amend({ partners: ["ns"] }, {}, source), source.replace("[irado, ns]", "\n  - ns").replace(": \n", ":\n"));
});

test("a changed section is written at its place", () => {
  const amended = amend({}, { Aanleiding: "Waarom.  \n\n", Lessen: "- Les." });
  assert.equal(
    amended.slice(amended.indexOf("---\n\n") + 5),
    "Vooraf.\n\n## Aanleiding\n\nWaarom.\n\n## Aanpak\n\n1. Een.\n\n## Lessen\n\n- Les.\n\n## Eigen kop\n\n```\n## geen kop\n```\n",
  );
});

test("a text that is no entry is not read", () => {
  for (const source of ["", "tekst", "---\ntitel: a", "---\n- a\n---\n", "---\na: 1\na: 2\n---\n", "---\na: [\n---\n", "---\na: &x\n  b: *x\n---\n"]) {
    const written = readEntry(source);
    assert.ok(written === null || typeof written.values === "object", source);
  }
  assert.equal(readEntry("---\ntitel: a"), null);
  assert.equal(readEntry("---\na: 1\na: 2\n---\n"), null);
});
