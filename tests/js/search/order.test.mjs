import assert from "node:assert/strict";
import test from "node:test";

import { offerOrders, readSearch, retype } from "../../../theme/js/search/address.js";
import { describeFailure } from "../../../theme/js/search/messages.js";

const ask = (address) => readSearch(new URL(address, "https://voorbeeld.nl"), []);

test("only orders that change the list are offered", () => {
  const offer = (address, count = 2) => offerOrders(ask(address), count);
  const always = ["bekend", "jaar", "nieuwste"];
  assert.deepEqual(offer("/?q=huur"), { orders: ["", ...always], chosen: "", isUseful: true });
  assert.deepEqual(offer("/?q=huur&volgorde=past"), { orders: ["", ...always], chosen: "", isUseful: true });
  assert.deepEqual(offer("/"), { orders: always, chosen: "bekend", isUseful: true });
  assert.deepEqual(offer("/?volgorde=jaar"), { orders: always, chosen: "jaar", isUseful: true });
  assert.equal(offer("/?q=huur", 1).isUseful, false);
});

test("without a query the order is by best known", () => {
  assert.equal(retype(ask("/?q=huur&volgorde=bekend"), "").order, "");
  assert.equal(retype(ask("/?q=huur&volgorde=nieuwste"), "").order, "nieuwste");
  assert.equal(retype(ask("/?q=huur&volgorde=nieuwste"), "zon").order, "nieuwste");
});

test("a failure says whether the results shown are still valid", () => {
  assert.deepEqual(describeFailure(true, true), {
    message: "De zoeklijst kon niet worden geladen.",
    advice: "Wat hieronder staat, is van de vorige zoekvraag.",
  });
  assert.match(describeFailure(false, false).message, /geen verbinding/);
});
