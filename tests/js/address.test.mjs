import assert from "node:assert/strict";
import test from "node:test";

import { addressWith, queryIn } from "../../theme/js/search/address.js";

test("the query is read from the address", () => {
  assert.equal(queryIn(new URL("https://voorbeeld.nl/zoeken/?q=sociale+huur%20%26%20co%C3%B6peratie+")), "sociale huur & coöperatie");
  assert.equal(queryIn(new URL("https://voorbeeld.nl/zoeken/")), "");
});

test("what is written into the address is read back", () => {
  for (const query of ["huur", "50% & meer", "a=b?c#d", "coöperatie +", "“citaat”"]) {
    const address = addressWith(new URL("https://voorbeeld.nl/sub/zoeken/?q=oud"), query);
    assert.equal(queryIn(new URL(address, "https://voorbeeld.nl")), query);
    assert.ok(address.startsWith("/sub/zoeken/?q="));
  }
});

test("an empty query leaves no trace; other parameters stay", () => {
  assert.equal(addressWith(new URL("https://voorbeeld.nl/zoeken/?q=oud"), ""), "/zoeken/");
  assert.equal(addressWith(new URL("https://voorbeeld.nl/zoeken/?thema=wonen&q=oud"), ""), "/zoeken/?thema=wonen");
});
