/** What of a step of others can be ours. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { isRecurring, propose, sayNow, taskOf } from "../../../theme/js/copy-plan/tasks.js";

test("sentences about past events are no task, nor are sentences that refer to them", () => {
  for (const [step, task] of [
    ["Kies een paar woningen als proef. Woonbedrijf deed dat in 2016, onder meer aan de Gerretsonlaan.", "Kies een paar woningen als proef."],
    ["Zij legt uit wat erin mag. Het bakje werkte het best. Zij leegt het elke week.", "Zij legt uit wat erin mag. Zij leegt het elke week."],
    ["De partijen tekenden een convenant. Dat geldt voor drie jaar.", ""],
    ["Zij begonnen met een proef van zeven maanden.", "Zij beginnen met een proef van zeven maanden."],
    ["Zij waren begonnen met een proef.", ""],
    ["De opzichter organiseerde een rondgang.", ""],
    ["Er geldt een akkoord vanaf 2021.", ""],
    ["Renoveer 2000 m2 en laat 1.2016 liggen.", ""],
    ["Gekwalificeerde leermeesters begeleiden leerlingen bij gerenoveerde woningen.", "Gekwalificeerde leermeesters begeleiden leerlingen bij gerenoveerde woningen."],
    ["Bel vroeg, binnen vijf dagen, over de hele wijk.", "Bel vroeg, binnen vijf dagen, over de hele wijk."],
  ]) {
    assert.equal(taskOf(step ?? ""), task);
  }
});

test("a recurring step has no week", () => {
  for (const task of ["Elk kwartaal bekijken zij het.", "Zij overleggen elke zes weken.", "Er is eens per maand overleg."]) assert.ok(isRecurring(task), task);
  for (const task of ["Zoek partners die kinderen elke dag zien.", "Doe elke huurder een aanbod. Bel elke week."]) assert.ok(!isRecurring(task), task);
});

test("a sentence in the past tense can be put in the present tense", () => {
  for (const [then, now] of [
    ["Zij kozen een wijk, maakten een plan en voerden het uit.", "Zij kiezen een wijk, maken een plan en voeren het uit."],
    ["De sloper haalde ramen weg en stelde een lijst op.", "De sloper haalt ramen weg en stelt een lijst op."],
    ["De partijen bundelden kennis, stelden regels en bepaalden de prijs.", "De partijen bundelen kennis, stellen regels en bepalen de prijs."],
    ["Een adviseur van Woonwinkel vroeg gegevens op en begeleidde bewoners.", "Een adviseur van Woonwinkel vraagt gegevens op en begeleidt bewoners."],
    ["Woonwinkel vroeg uitdrukkelijk om hulp en zorgde voor koffie.", "Woonwinkel vraagt uitdrukkelijk om hulp en zorgt voor koffie."],
    ["De Brug vroeg huurders vroeg om een plan.", "De Brug vraagt huurders vroeg om een plan."],
    ["Een betaalde kok legt de verbouwde keuken uit.", "Een betaalde kok legt de verbouwde keuken uit."],
  ]) {
    assert.equal(sayNow(then ?? ""), now);
  }
});

test("steps that begin with a fact are not selected, unless few steps remain", () => {
  const [does, did] = ["Een coach helpt bij de start.", "De corporatie deed dat in 2016."];
  assert.deepEqual(propose([does, does, did, does]), [true, true, false, true]);
  assert.deepEqual(propose([does, did, does]), [true, true, true]);
  assert.deepEqual(propose([does, does, does, did, did, did, did]), [true, true, true, true, true, true, true]);
});
