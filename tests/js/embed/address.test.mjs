import assert from "node:assert/strict";
import { test } from "node:test";

import { addressOf } from "../../../theme/js/embed/address.js";

const THEMES = ["wonen", "werk-en-leren"];

test("an existing theme redirects to its list", () => {
  assert.equal(addressOf("?thema=werk-en-leren", THEMES), "werk-en-leren/");
  assert.equal(addressOf("?a=b&thema=wonen", THEMES), "wonen/");
});

test("anything else does not redirect", () => {
  for (const query of ["", "?thema=", "?thema=weg", "?thema=../wonen", "?thema=//elders.nl", "?thema=won%65n%2F", "?wonen"]) {
    assert.equal(addressOf(query, THEMES), "", query);
  }
});
