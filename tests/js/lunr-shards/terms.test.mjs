import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { readTerms } from "../../../theme/js/lunr-shards/terms.js";

const { manifest, file, terms: expected } = JSON.parse(
  readFileSync(new URL("../../lunr_shards/example_shard.json", import.meta.url), "utf8"),
);
const listed = (posting) => (posting ? [...posting.documents].map((document, at) => [document, posting.weights[at]]) : undefined);

test("reads the example of README.md", () => {
  const terms = readTerms(file, manifest);
  assert.deepEqual([...terms.keys()], Object.keys(expected));
  for (const [word, fields] of Object.entries(expected)) {
    const { count, postings } = terms.get(word);
    manifest.fields.forEach((field, place) => {
      assert.deepEqual(listed(postings[place]), fields[field]?.map(([document, , weight]) => [document, weight]), `${word} ${field}`);
    });
    assert.equal(count, Object.values(fields).flat().length, word);
  }
});

test("prefers a stored weight to a computed one", () => {
  const terms = readTerms([...file, [10, 1235, 12, 7]], manifest);
  const { postings } = terms.get("huurders");
  assert.deepEqual(postings.map(listed), [[[2, 1.235]], [[0, 0.168], [2, 0.007]]]);
});

test("reads a file without terms", () => {
  assert.equal(readTerms(["", "", "", "", "", ""], manifest).size, 0);
});
