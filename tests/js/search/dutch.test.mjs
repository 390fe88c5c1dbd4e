import assert from "node:assert/strict";
import test from "node:test";


import { buildQuery } from "../../../theme/js/search/dutch.js";
import { stopWords } from "../stop-words.mjs";

const SIZE = 100;

/** What an index knows whose terms and document frequencies are these. */
function lexiconOf(counts, synonyms = []) {
  const terms = Object.keys(counts);
  const asked = new Set();
  return {
    asked,
    manifest: { documents: SIZE, synonyms, stopWords },
    documentFrequency: async (term) => {
      asked.add(term);
      return Object.hasOwn(counts, term) ? counts[term] : 0;
    },
    complete: async (prefix, limit) =>
      terms.filter((term) => term.startsWith(prefix)).sort((a, b) => counts[b] - counts[a]).slice(0, limit),
    near: async (word, distance) => terms.filter((term) => edits(word, term) <= distance).sort((a, b) => counts[b] - counts[a]),
  };
}

function edits(one, other) {
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (const [line, letter] of [...one].entries()) {
    const next = [line + 1];
    for (const [place, sign] of [...other].entries()) {
      next.push(Math.min(row[place + 1] + 1, next[place] + 1, row[place] + (letter === sign ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1);
}

/** The first attempt, with what each term weighs. */
async function ask(text, counts, synonyms) {
  const attempts = await buildQuery(text, lexiconOf(counts, synonyms));
  const [first] = attempts;
  return { attempts, note: first?.note, weights: Object.fromEntries((first?.clauses ?? []).map(({ term, boost }) => [term, boost])) };
}

test("asks for a word that the index has, and says nothing", async () => {
  const { attempts, note } = await ask("Renovatie ", { renovatie: 5 });

  assert.equal(attempts.length, 1);
  assert.deepEqual(attempts[0].clauses.map(({ term, presence, usePipeline }) => ({ term, presence, usePipeline })), [
    { term: "renovatie", presence: 1, usePipeline: false },
  ]);
  assert.deepEqual(attempts[0].words, [["renovatie"]]);
  assert.equal(note, "");
});

test("puts exact above form, form above part and part above synonym", async () => {
  const counts = { "leerwerktraject": 5, leerwerktrajecten: 5, werktraject: 5, stage: 5 };
  const { weights } = await ask("leer-werktraject ", counts, [["leerwerktraject", "stage"]]);

  const [exact, form, part, synonym] = ["leerwerktraject", "leerwerktrajecten", "werktraject", "stage"].map((term) => weights[term]);
  assert.ok(exact > form && form > part && part > synonym && synonym > 0, JSON.stringify(weights));
});

test("lets only terms of the index become clauses", async () => {
  const lexicon = lexiconOf({ huizen: 3, wijk: 2 });
  const attempts = await buildQuery("huis wijk", lexicon);

  assert.deepEqual(attempts[0].clauses.map(({ term }) => term).sort(), ["huizen", "wijk"]);
  assert.ok([...lexicon.asked].every((term) => /^(hu|wij)/.test(term)), "asks no more than what is near the words");
});

test("drops stop words, but not the last word that is left", async () => {
  assert.deepEqual(Object.keys((await ask("wat doen we met de schulden? ", { schulden: 5, de: 90, met: 90 })).weights), ["schulden"]);
  assert.deepEqual(Object.keys((await ask("de ", { de: 1 })).weights), ["de"]);
});

test("weighs a rare word more than a common one", async () => {
  const { weights } = await ask("conciërge flat ", { concierge: 1, flat: 40 });

  assert.ok(weights.concierge > 2 * weights.flat);
});

test("reads two or three words as one compound", async () => {
  const counts = { klusbus: 2, leerwerktraject: 3, verduurzamingsprojecten: 1, energiearmoede: 4 };
  for (const [typed, found] of [
    ["klus bus ", "klusbus"],
    ["leer werk traject ", "leerwerktraject"],
    ["verduurzaming projecten ", "verduurzamingsprojecten"],
    ["energie-armoede ", "energiearmoede"],
    ["energie armoedes ", "energiearmoede"],
  ]) {
    const { weights, note } = await ask(typed, counts);
    assert.deepEqual(Object.keys(weights), [found], typed);
    assert.equal(note, "", typed);
  }
});

test("does not read over a word that it left out", async () => {
  assert.deepEqual((await ask("klus in de bus ", { klusbus: 2 })).weights.klusbus, undefined);
});

test("reads a compound that no entry has as its parts, and says so", async () => {
  const { weights, note } = await ask("dementietraining ", { dementie: 9, training: 9 });

  assert.deepEqual(Object.keys(weights), ["dementie", "training"]);
  assert.equal(note, "Geen resultaten voor “dementietraining”. Getoond: dementie training.");
});

test("falls back on the first part of a compound when the rest is unknown", async () => {
  assert.equal((await ask("armoedebestrijding ", { armoede: 9 })).note, "Geen resultaten voor “armoedebestrijding”. Getoond: armoede.");
});

test("mends a typing error only where nothing exact is found, and says so", async () => {
  const counts = { energiearmoede: 4, eenzaamheid: 9, eindhoven: 9, weken: 1, wijken: 9 };
  assert.equal((await ask("energiearmoedde ", counts)).note, "Geen resultaten voor “energiearmoedde”. Getoond: energiearmoede.");
  assert.equal((await ask("eenzamheit Eindhoven ", counts)).note, "Geen resultaten voor “eenzamheit”. Getoond: eenzaamheid eindhoven.");
  assert.deepEqual(Object.keys((await ask("weken ", counts)).weights), ["weken"]);
});

test("finds the participle of a verb that no entry has", async () => {
  assert.deepEqual(Object.keys((await ask("slopen ", { gesloopt: 3 })).weights), ["gesloopt"]);
});

test("does not guess at a word of three letters", async () => {
  assert.deepEqual((await ask("roc ", { rok: 3 })).attempts, []);
});

test("says so when a word is nowhere, and shows the rest", async () => {
  assert.equal((await ask("xyzzyq eindhoven ", { eindhoven: 9 })).note, "Geen resultaten voor “xyzzyq”. Getoond: eindhoven.");
  assert.deepEqual((await ask("xyzzyq ", { eindhoven: 9 })).attempts, []);
  assert.deepEqual((await ask("", { eindhoven: 9 })).attempts, []);
});

test("completes the last word while it is typed, and not after a space", async () => {
  const counts = { huurders: 40, huurdersorganisatie: 3, huis: 9 };
  assert.deepEqual(Object.keys((await ask("huur", counts)).weights), ["huurders", "huurdersorganisatie"]);
  assert.deepEqual(Object.keys((await ask("huur huis", counts)).weights), ["huis"]);
  const { weights } = await ask("huurders", counts);
  assert.ok(weights.huurders > 2 * weights.huurdersorganisatie);
  assert.deepEqual(Object.keys((await ask("huurders ", counts)).weights), ["huurders"]);
});

test("adds synonyms of one word and of several, both ways and in other forms", async () => {
  const groups = [["social return", "sroi"], ["huisuitzetting", "ontruiming"]];
  const counts = { social: 5, return: 5, sroi: 5, ontruimingen: 5, ontruiming: 5, huisuitzetting: 5 };
  assert.ok((await ask("sroi ", counts, groups)).weights.return);
  assert.ok((await ask("social return ", counts, groups)).weights.sroi);
  assert.equal((await ask("social ", counts, groups)).weights.sroi, undefined);
  assert.ok((await ask("huisuitzettingen ", counts, groups)).weights.ontruimingen);
});

test("takes a synonym for a word that no entry has", async () => {
  const { weights, note } = await ask("rookalarm ", { rookmelders: 2 }, [["rookmelder", "rookalarm"]]);

  assert.deepEqual(Object.keys(weights), ["rookmelders"]);
  assert.equal(note, "");
});

test("honours a plus and a minus, and tries without the plus when nothing is found", async () => {
  const { attempts } = await ask("+eindhoven -schulden energie ", { eindhoven: 9, schulden: 9, schuld: 2, energie: 9 });
  const presences = (clauses) => Object.fromEntries(clauses.map(({ term, presence }) => [term, presence]));

  assert.deepEqual(presences(attempts[0].clauses), { eindhoven: 2, schulden: 3, schuld: 3, energie: 1 });
  assert.deepEqual(presences(attempts[1].clauses), { eindhoven: 1, schulden: 3, schuld: 3, energie: 1 });
  assert.equal(attempts[1].note, "Geen resultaten voor al deze woorden. Getoond: een deel.");
  assert.deepEqual(attempts[0].words, [["eindhoven"], ["energie"]]);
});

test("asks for every word between quotes", async () => {
  for (const text of ['"leger des heils" ', "“leger des heils” ", '"leger des heils']) {
    const { attempts } = await ask(text, { leger: 2, heils: 2 });
    assert.deepEqual(attempts[0].clauses.map(({ term, presence }) => [term, presence]), [["leger", 2], ["heils", 2]], text);
  }
});

test("takes a lone sign, brackets and stars for nothing, and a plus at the end as part of a code", async () => {
  assert.deepEqual(Object.keys((await ask("wonen + * (zorg) - ~1 ", { wonen: 5, zorg: 5 })).weights), ["wonen", "zorg"]);
  assert.deepEqual(Object.keys((await ask("label A++ ", { label: 3, "a++": 2, a: 9 })).weights), ["label", "a++", "a"]);
});

test("reads no more than the beginning of a text", async () => {
  const lexicon = lexiconOf({ wonen: 5 });
  await buildQuery(`${"wonen ".repeat(5000)}${"x".repeat(5000)}`, lexicon);

  assert.ok(lexicon.asked.size < 500);
  assert.ok([...lexicon.asked].every((term) => term.length < 250));
});

test("lets the words of a synonym count together only", async () => {
  const groups = [["huurachterstand", "huur niet betaald", "wanbetaling"]];
  const { attempts } = await ask("huurachterstand ", { huurachterstand: 5, huur: 60, niet: 50, betaald: 9 }, groups);
  assert.deepEqual(attempts[0].words, [["huurachterstand", "huur niet betaald"]]);

  const { weights } = await ask("huurachterstand ", { huurachterstand: 5, huur: 60, niet: 50 }, groups);
  assert.deepEqual(Object.keys(weights), ["huurachterstand"]);
});

test("takes another form of a word for what is meant rather than a word with another letter", async () => {
  assert.deepEqual(Object.keys((await ask("inrichten ", { inzichten: 9, ingericht: 2 })).weights), ["ingericht"]);
  assert.deepEqual(Object.keys((await ask("inrichten ", { inzichten: 9, inrichting: 2 })).weights), ["inrichting"]);
  const { note } = await ask("eenzamheid ", { eenzaamheid: 9, eenzame: 2 });
  assert.match(note, /Getoond: eenzaamheid\.$/, "only a double letter was typed wrong");
});

const shown = async (text, counts) => (await ask(text, counts)).note.replace(/^.*Getoond: |\.$/g, "");

test("takes two letters for wrong from seven letters on, and one in a shorter word", async () => {
  assert.equal(await shown("enerxiy ", { energie: 5 }), "energie");
  assert.deepEqual((await ask("wyjkxn ", { wijken: 5 })).attempts, []);
  assert.equal(await shown("wijkxn ", { wijken: 5 }), "wijken");
});

test("guesses at a word of four letters, and looks for parts of three", async () => {
  assert.equal(await shown("huir ", { huur: 5 }), "huur");
  assert.equal(await shown("busplan ", { bus: 5, plan: 5 }), "bus plan");
  assert.deepEqual((await ask("eibus ", { ei: 5, bus: 5 })).attempts, []);
});

test("takes a first part of five letters for the whole, and not one of four", async () => {
  assert.equal(await shown("buurtxyzzyq ", { buurt: 5 }), "buurt");
  assert.deepEqual((await ask("zorgxyzzyq ", { zorg: 5 })).attempts, []);
});

test("puts a form of some weight before a guess, and a guess before a far form", async () => {
  assert.equal(await shown("eenzaamheid ", { eenzame: 5, eenzaamheed: 5 }), "eenzame"); // weight 0.4
  assert.equal(await shown("eenzaamheid ", { eenzaming: 5, eenzaamheed: 5 }), "eenzaamheed"); // weight 0.25
});

test("puts a guess that has only a double letter wrong before a form", async () => {
  assert.equal(await shown("eenzaamheid ", { eenzame: 5, eenzamheid: 5 }), "eenzamheid");
});

test("completes with five words, of a word of three letters or more", async () => {
  const counts = Object.fromEntries(["en", "ders", "kas", "plan", "bus", "dag"].map((end, place) => [`huur${end}`, 9 - place]));
  assert.deepEqual(Object.keys((await ask("huu", counts)).weights), ["huuren", "huurders", "huurkas", "huurplan", "huurbus"]);
  assert.deepEqual(Object.keys((await ask("hu", counts)).weights), []);
});

test("knows a phrase of the synonyms by its words and their forms, not by words that are further away", async () => {
  const groups = [["buurtfeest", "straatfeest"]];
  assert.ok((await ask("buurtfeesten ", { buurtfeesten: 5, straatfeest: 5 }, groups)).weights.straatfeest); // form: 0.8
  assert.equal((await ask("buurtfeesting ", { buurtfeesting: 5, straatfeest: 5 }, groups)).weights.straatfeest, undefined); // 0.5
});
