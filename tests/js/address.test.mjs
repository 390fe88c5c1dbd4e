import assert from "node:assert/strict";
import test from "node:test";

import { addressOf, readSearch, toggle } from "../../theme/js/search/address.js";

const FACETS = ["thema", "partner"];
const PATH = "/sub/zoeken/";
const read = (address) => readSearch(new URL(address, "https://voorbeeld.nl"), FACETS);
const nothing = { query: "", order: "", chosen: new Map() };

test("words, order and chosen values are read from the address", () => {
  assert.deepEqual(read("/zoeken/?q=sociale+huur%20%26%20co%C3%B6peratie+&thema=leren&thema=werken&thema=leren&volgorde=nieuwste"), {
    query: "sociale huur & coöperatie",
    order: "nieuwste",
    chosen: new Map([["thema", ["leren", "werken"]]]),
  });
});

test("an address without a search, or with other parameters, gives no query", () => {
  assert.deepEqual(read("/zoeken/"), nothing);
  assert.deepEqual(read("/zoeken/?thema=&kleur=rood&volgorde=oudste"), nothing);
});

test("a search that is written to the address is read back", () => {
  for (const query of ["huur", "50% & meer", "a=b?c#d", "coöperatie +", "“citaat”", ""]) {
    const search = { query, order: query === "huur" ? "nieuwste" : "", chosen: new Map([["partner", ["albert-heijn", "a&b=c"]]]) };
    const address = addressOf(search, PATH);
    assert.ok(address.startsWith(`${PATH}?`));
    assert.deepEqual(read(address), search);
  }
  assert.equal(addressOf(nothing, PATH), PATH);
});

test("choosing a value twice deselects it", () => {
  const once = toggle(nothing, "thema", "leren");
  assert.deepEqual(once.chosen, new Map([["thema", ["leren"]]]));
  assert.deepEqual(toggle(once, "thema", "werken").chosen, new Map([["thema", ["leren", "werken"]]]));
  assert.deepEqual(toggle(once, "thema", "leren"), nothing);
  assert.equal(nothing.chosen.size, 0);
});

test("a former value is replaced by the current one", () => {
  const former = new Map([["thema/oud", "werken"]]);
  const { chosen } = readSearch(new URL("https://voorbeeld.nl/?thema=oud&thema=werken&thema=wonen"), ["thema"], former);
  assert.deepEqual([...chosen], [["thema", ["werken", "wonen"]]]);
});
