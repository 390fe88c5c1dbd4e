import assert from "node:assert/strict";
import test from "node:test";

import { offerOrders, readQuestion, retype } from "../../../theme/js/search/address.js";
import { describeFailure } from "../../../theme/js/search/messages.js";

const ask = (address) => readQuestion(new URL(address, "https://voorbeeld.nl"), []);

test("only the orders that make a difference are offered", () => {
  const offer = (address, canFit, count = 2) => offerOrders(ask(address), canFit, count);
  assert.deepEqual(offer("/?q=huur", false), { orders: ["", "nieuwste"], chosen: "", isUseful: true });
  assert.deepEqual(offer("/?q=huur&volgorde=past", false), { orders: ["", "nieuwste"], chosen: "", isUseful: true });
  assert.deepEqual(offer("/?q=huur&volgorde=past", true), { orders: ["", "nieuwste", "past"], chosen: "past", isUseful: true });
  assert.deepEqual(offer("/", false), { orders: ["nieuwste"], chosen: "nieuwste", isUseful: false });
  assert.deepEqual(offer("/", true), { orders: ["nieuwste", "past"], chosen: "nieuwste", isUseful: true });
  assert.equal(offer("/?q=huur", true, 1).isUseful, false);
});

test("without words the newest come first anyway", () => {
  assert.equal(retype(ask("/?q=huur&volgorde=nieuwste"), "").order, "");
  assert.equal(retype(ask("/?q=huur&volgorde=nieuwste"), "zon").order, "nieuwste");
  assert.equal(retype(ask("/?q=huur&volgorde=past"), "").order, "past");
});

test("a failure says what to think of what is still shown", () => {
  assert.deepEqual(describeFailure(true, true), {
    said: "De zoeklijst kon niet worden geladen.",
    advice: "Wat hieronder staat, is van de vorige zoekvraag.",
  });
  assert.match(describeFailure(false, false).said, /geen verbinding/);
});
