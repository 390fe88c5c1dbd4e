import assert from "node:assert/strict";
import { test } from "node:test";

import { currentSlugs, describeComparison, describeProblems, describeSame, isSame, mailComparison, moveSlug, readAddress, writeAddress } from "../../../theme/js/compare/comparison.js";

const SEVEN = ["a", "b", "c", "d", "e", "f", "g"];

test("the address has the practices, their order and what is shown", () => {
  assert.deepEqual(readAddress("?p=b,a&alleen=verschillen"), { slugs: ["b", "a"], dropped: [], onlyDifferences: true });
  assert.deepEqual(readAddress(""), { slugs: [], dropped: [], onlyDifferences: false });
  assert.equal(writeAddress("/vergelijken/", ["b", "a"], true), "/vergelijken/?p=b,a&alleen=verschillen");
  assert.equal(writeAddress("/vergelijken/", [], true), "/vergelijken/");
});

test("invalid and duplicate slugs are dropped and reported", () => {
  const { slugs, dropped } = readAddress("?p=a, ,a,Nee!,Nee!");
  assert.deepEqual([slugs, dropped], [["a"], ["Nee!"]]);
  assert.deepEqual(describeProblems([], [], dropped), ["De praktijk ‘Nee!’ staat niet of niet meer in de catalogus."]);
  assert.deepEqual(readAddress(`?p=${SEVEN}`).dropped, ["g"]);
  assert.deepEqual(describeProblems([], [], ["g"]), ["Er passen 6 praktijken naast elkaar. De rest staat er niet bij."]);
  assert.equal(describeProblems(["x"], ["y"], []).length, 2);
});

test("a practice swaps places with the next visible one", () => {
  assert.deepEqual(moveSlug(["a", "weg", "b"], ["a", "b"], "a", 1), ["b", "weg", "a"]);
  assert.deepEqual(moveSlug(["a", "b"], ["a", "b"], "b", -1), ["b", "a"]);
  assert.equal(moveSlug(["a", "b"], ["a", "b"], "a", -1), null);
  assert.equal(moveSlug(["a", "b"], ["a", "b"], "b", 1), null);
});

test("a comparison depends on the order", () => {
  assert.equal(isSame(["a", "b"], ["a", "b"]), true);
  assert.equal(isSame(["a", "b"], ["b", "a"]), false);
  assert.equal(isSame(["a"], ["a", "b"]), false);
});

test("counts have singular and plural", () => {
  assert.deepEqual([describeComparison(1), describeComparison(3)], ["", "3 praktijken naast elkaar."]);
  assert.deepEqual([describeSame(true, 0), describeSame(true, 1), describeSame(true, 2), describeSame(false, 2)], ["Er zijn geen rijen zonder verschil.", "1 rij zonder verschil is verborgen.", "2 rijen zonder verschil zijn verborgen.", "Alle rijen zijn te zien."]);
});

test("a mail holds the titles and the address", () => {
  const address = new URL(mailComparison(["Een & twee"], "https://x.nl/?p=a,b", "De catalogus"));
  assert.equal(address.searchParams.get("subject"), "Praktijken vergelijken: De catalogus");
  assert.match(address.searchParams.get("body"), /\r\n- Een & twee\r\n\r\nhttps:\/\/x\.nl\/\?p=a,b$/);
});

test("a renamed practice has its current name, once; one that cannot be loaded keeps the name asked for", () => {
  const found = (slug) => ({ state: "found", data: { slug } });
  assert.deepEqual(currentSlugs(["oud", "b", "ouder", "weg"], [found("nieuw"), found("b"), found("nieuw"), { state: "missing" }]), ["nieuw", "b", "weg"]);
});
