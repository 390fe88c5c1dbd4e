/** A step of others as ours: in our name, with roles, places and numbers to fill in. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { sayOfUs } from "../../../theme/js/copy-plan/ours.js";
import { makePractice, organisation } from "./practice.mjs";

const PRACTICE = makePractice({
  corporaties: [organisation("Stek. (NL)", "woningcorporatie")],
  partners: [organisation("Era", "bouwbedrijf", [], "", "bouwer"), organisation("Gemeente Ergens", "gemeente"), organisation("De Haldu Groep", "adviseur", [], "", "adviesbureau"), organisation("Nederlandse Woonbond", "bewonersorganisatie")],
  ook_betrokken: ["Sloop & Co (sloper)", "de wijkagent"],
});
/** @param {string} step @param {string} [us] */
const ours = (step, us = "") => sayOfUs(step, PRACTICE, us);

test("the name of the association becomes our name, with a capital at the start of a sentence", () => {
  assert.equal(ours("Stek. (NL) belt de Stekelenburg en vraagt de corporatie."), "Onze corporatie belt de Stekelenburg en vraagt onze corporatie.");
  assert.equal(ours("Opdrachtgever Stek. (NL) belt.", "De $& Brug"), "De $& Brug belt.");
  assert.equal(sayOfUs("Een, Twee en Drie tekenen.", makePractice({ corporaties: ["Een", "Twee", "Drie"].map((name) => organisation(name, "woningcorporatie")) }), ""), "De corporaties tekenen.");
});

test("partners become the noun before their name, or else their kind", () => {
  assert.equal(ours("De corporatie legt bouwer Era iets op."), "Onze corporatie legt [bouwer] iets op.");
  assert.equal(ours("De Haldu Groep voert het uit, met Era (Capelle) en Sloop & Co."), "[Adviesbureau] voert het uit, met [bouwer] en [sloper].");
  assert.equal(ours("De gemeente Ergens en de Woonbond dragen kandidaten aan, en aannemer Van Wijnen ook."), "De gemeente en [bewonersorganisatie] dragen kandidaten aan, en [aannemer] ook.");
});

test("places and numbers become blanks; a duration is a proposal", () => {
  assert.equal(ours("Verhuur in Elders 54 sociale huurwoningen aan de wijkagent."), "Verhuur in [plaats] [aantal] sociale huurwoningen aan de wijkagent.");
  assert.equal(ours("Vraag 5% van € 4 miljoen, 3.000 euro en 26 weken of 13 tot 28 uur."), "Vraag [percentage] procent van € [bedrag], [bedrag] euro en [26] weken of [13 tot 28] uur.");
  assert.equal(ours("Achttien grote gemeenten tekenden in februari 2017, met groep 5 tot en met 8, label D en 65-plussers."), "[Aantal] grote gemeenten tekenden, met groep 5 tot en met 8, label D en 65-plussers.");
});

test("a later sentence that names an organisation is an example", () => {
  assert.equal(ours("Zoek een sloper. Hier was dat Jansen. Era deed mee. Bij Stek. (NL) duurde het lang. Stek. (NL) betaalt."), "Zoek een sloper. Onze corporatie betaalt.");
});
