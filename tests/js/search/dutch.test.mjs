import assert from "node:assert/strict";
import test from "node:test";


import { buildQuery } from "../../../theme/js/search/dutch.js";
import { fillerWords, stopWords } from "../stop-words.mjs";

const SIZE = 100;
const FIELDS = ["aanpak", "titel", "partners"];

/** A lexicon with these terms and document frequencies. */
function lexiconOf(counts, synonyms = [], { names = {}, listed = {} } = {}) {
  const terms = Object.keys(counts);
  const asked = new Set();
  return {
    asked,
    manifest: { documents: SIZE, stopWords, fillerWords, fields: FIELDS },
    documentFrequency: async (term) => {
      asked.add(term);
      return Object.hasOwn(counts, term) ? counts[term] : 0;
    },
    complete: async (prefix, limit) =>
      terms.filter((term) => term.startsWith(prefix)).sort((a, b) => counts[b] - counts[a]).slice(0, limit),
    beginning: async (prefix) => terms.filter((term) => term.startsWith(prefix)).map((term) => [term, counts[term]]),
    terms: async (words) => new Map(words.map((word) => [word, { postings: [undefined, listed.titles?.includes(word) && {}] }])),
    listed: async (list, start) => {
      if (list === "begin") return [synonymsAt(start, synonyms), namesAt(start, names)];
      const words = (listed[list] ?? []).filter((word) => word.startsWith(start));
      return words[0] && words.map((word) => word.slice(3)).join(" ");
    },
  };
}

/** The groups with a phrase that begins with these three letters. */
function synonymsAt(start, groups) {
  return groups.filter((group) => group.some((phrase) => phrase.split(" ")[0].slice(0, 3) === start)).map((group) => group.join(","));
}

/** The names with a word that begins with these three letters. */
function namesAt(start, names) {
  const having = (label) => label.toLowerCase().split(" ").some((word) => word.slice(0, 3) === start);
  return Object.entries(names).flatMap(([facet, labels]) => labels.filter(having).map((label) => [facet, label, label]));
}

/** How a query is read, with what each term of its first attempt weighs. */
async function ask(text, counts, synonyms, more) {
  const reading = await buildQuery(text, lexiconOf(counts, synonyms, more));
  const [first] = reading.attempts;
  return { ...reading, weights: Object.fromEntries((first?.clauses ?? []).map(({ term, boost }) => [term, boost])), words: wordsOf(first) };
}

/** The phrases for each word, as text. */
const wordsOf = (attempt) => (attempt?.words ?? []).map((phrases) => phrases.map(({ terms }) => terms.join(" ")));

/** The correction of a word, if any. */
const corrections = async (text, counts, more) => (await ask(text, counts, [], more)).corrections.map(({ meant }) => meant).join(" ");

test("a word in the index is searched without a message", async () => {
  const { attempts, words, corrections, unknown } = await ask("Renovatie ", { renovatie: 5 });

  assert.equal(attempts.length, 1);
  assert.deepEqual(attempts[0].clauses.map(({ term, presence, usePipeline }) => ({ term, presence, usePipeline })), [
    { term: "renovatie", presence: 1, usePipeline: false },
  ]);
  assert.deepEqual(words, [["renovatie"]]);
  assert.deepEqual([corrections, unknown], [[], []]);
});

test("weights decrease from exact word to form, part and synonym", async () => {
  const counts = { "leerwerktraject": 5, leerwerktrajecten: 5, werktraject: 5, stage: 5 };
  const { weights } = await ask("leer-werktraject ", counts, [["leerwerktraject", "stage"]]);

  const [exact, form, part, synonym] = ["leerwerktraject", "leerwerktrajecten", "werktraject", "stage"].map((term) => weights[term]);
  assert.ok(exact > form && form > part && part > synonym && synonym > 0, JSON.stringify(weights));
});

test("only terms in the index become clauses", async () => {
  const lexicon = lexiconOf({ huizen: 3, wijk: 2 });
  const { attempts } = await buildQuery("huis wijk", lexicon);

  assert.deepEqual(attempts[0].clauses.map(({ term }) => term).sort(), ["huizen", "wijk"]);
  assert.ok([...lexicon.asked].every((term) => /^(hu|wij)/.test(term)), "asks no more than what is near the words");
});

test("drops stop words, unless no word would remain", async () => {
  assert.deepEqual(Object.keys((await ask("wat doen we met de schulden? ", { schulden: 5, de: 90, met: 90 })).weights), ["schulden"]);
  assert.deepEqual(Object.keys((await ask("de ", { de: 1 })).weights), ["de"]);
});

test("gives a rare word more weight than a common one", async () => {
  const { weights } = await ask("conciërge flat ", { concierge: 1, flat: 40 });

  assert.ok(weights.concierge > 1.5 * weights.flat);
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
    const { weights, corrections } = await ask(typed, counts);
    assert.deepEqual(Object.keys(weights), [found], typed);
    assert.deepEqual(corrections, [], typed);
  }
});

test("does not form compounds across an ignored word", async () => {
  assert.deepEqual((await ask("klus in de bus ", { klusbus: 2 })).weights.klusbus, undefined);
});

test("splits a compound that no entry has, without calling it an error", async () => {
  const { words, corrections, splits } = await ask("dementietraining ", { dementie: 9, training: 9 });

  assert.deepEqual(words, [["dementie"], ["training"]]);
  assert.deepEqual([corrections, splits], [[], [{ typed: "dementietraining", parts: ["dementie", "training"] }]]);
  assert.deepEqual((await ask("inkoopsroute ", { inkoop: 9, route: 9 })).splits, [{ typed: "inkoopsroute", parts: ["inkoop", "route"] }]);
  assert.deepEqual((await ask("noordwijk ", { noord: 9, wijk: 9 }, [], { listed: { name: ["noordwijk"] } })).unknown, ["noordwijk"]);
});

test("falls back to the first part of a compound when no entry has the rest", async () => {
  const listed = { word: ["bestrijding"] };
  assert.deepEqual((await ask("armoedebestrijding ", { armoede: 9 }, [], { listed })).corrections, [{ typed: "armoedebestrijding", meant: "armoede", isStart: true }]);
  assert.deepEqual((await ask("armoedexyzzyq ", { armoede: 9 }, [], { listed })).unknown, ["armoedexyzzyq"]);
});

test("corrects a typing error only if there is no exact match, and says so", async () => {
  const counts = { energiearmoede: 4, eenzaamheid: 9, eindhoven: 9, weken: 1, wijken: 9 };
  assert.deepEqual((await ask("energiearmoedde ", counts)).corrections, [{ typed: "energiearmoedde", meant: "energiearmoede", isStart: false }]);
  assert.equal(await corrections("eenzamheit Eindhoven ", counts), "eenzaamheid");
  assert.deepEqual(Object.keys((await ask("weken ", counts)).weights), ["weken"]);
});

test("does not correct numbers, short words, dictionary words and quoted words", async () => {
  const counts = { 25000: 4, huur: 5, pijlers: 9, eenzaamheid: 9, leren: 5, "2000": 3 };
  for (const word of ["26000", "huir", "cijfers", '"eenzamheid"']) assert.equal(await corrections(`${word} `, counts), "", word);
  const listed = { word: ["klanten"] };
  assert.equal(await corrections("klanten ", { klantn: 5 }, { listed }), "");
  assert.equal(await corrections("klantens ", { klanten: 5 }, { listed }), "", "nor a form of one");
});

test("recognises the name of an organisation with one misspelt word, as that organisation only", async () => {
  const names = { partner: ["Albert Heijn"], thema: ["Werken en leren"] };
  const { corrections, words, names: found } = await ask("afval albert hein ", { afval: 2, albert: 5, heijn: 5, hen: 9 }, [], { names });
  assert.deepEqual(corrections, [{ typed: "albert hein", meant: "Albert Heijn" }]);
  assert.deepEqual(words, [["afval"], ["albert heijn"]]);
  assert.deepEqual(found.map(({ label }) => label), ["Albert Heijn"]);
  assert.deepEqual((await ask("leren ", { leren: 2 }, [], { names })).names.map(({ label }) => label), ["Werken en leren"]);
  assert.deepEqual((await ask("albert ", { albert: 2 }, [], { names })).names.map(({ label }) => label), ["Albert Heijn"]);
  assert.deepEqual((await ask("leren lezen ", { leren: 2, lezen: 2 }, [], { names })).names, []);
});

test("among equally close corrections prefers one in a title, then the most frequent", async () => {
  const counts = { vergadering: 3, vergadexing: 9 };
  assert.equal(await corrections("vergadeling ", counts), "vergadexing");
  assert.equal(await corrections("vergadeling ", counts, { listed: { titles: ["vergadering"] } }), "vergadering");
});

test("ignores a word that is in no entry, says so, and searches the rest", async () => {
  const { unknown, words } = await ask("xyzzyq eindhoven ", { eindhoven: 9 });
  assert.deepEqual([unknown, words], [["xyzzyq"], [["eindhoven"]]]);
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

test("interprets the last word like the others", async () => {
  const counts = { winkel: 5, supermarkt: 5, supermarktketen: 2, afval: 5 };
  const ownOf = async (text) => {
    const [first] = (await buildQuery(text, lexiconOf(counts, [["supermarkt", "winkel"]]))).attempts;
    return first.words.flatMap((phrases) => phrases.filter(({ isOwn }) => isOwn).flatMap(({ terms }) => terms));
  };
  assert.deepEqual(await ownOf("supermarkt afval"), ["supermarkt", "afval"]);
  assert.deepEqual(await ownOf("afval supermarkt"), ["afval", "supermarkt"]);
});

test("adds synonyms of one word and of several, both ways and in other forms", async () => {
  const groups = [["social return", "sroi"], ["huisuitzetting", "ontruiming"]];
  const counts = { social: 5, return: 5, sroi: 5, ontruimingen: 5, ontruiming: 5, huisuitzetting: 5 };
  assert.ok((await ask("sroi ", counts, groups)).weights.return);
  assert.ok((await ask("social return ", counts, groups)).weights.sroi);
  assert.equal((await ask("social ", counts, groups)).weights.sroi, undefined);
  assert.ok((await ask("huisuitzettingen ", counts, groups)).weights.ontruimingen);
});

test("looks up synonyms by the first letters of every form, and counts a group once", async () => {
  const groups = [["steden", "plaatsen", "stad"], ["geboorte", "kraamtijd"]];
  const starts = [];
  const lexicon = lexiconOf({ stad: 5, plaatsen: 5 }, groups);
  const { listed } = lexicon;
  lexicon.listed = (list, start) => (starts.push(start), listed(list, start));
  const { attempts } = await buildQuery("stad ", lexicon);
  assert.deepEqual(new Set(starts), new Set(["sta", "ste"]));
  assert.deepEqual(wordsOf(attempts[0]), [["stad", "plaatsen"]]);
});

test("replaces a word that no entry has by its synonym", async () => {
  const { weights, corrections } = await ask("rookalarm ", { rookmelders: 2 }, [["rookmelder", "rookalarm"]]);

  assert.deepEqual(Object.keys(weights), ["rookmelders"]);
  assert.deepEqual(corrections, []);
});

test("supports plus and minus, and retries without the plus when nothing is found", async () => {
  const { attempts, words } = await ask("+eindhoven -schulden energie ", { eindhoven: 9, schulden: 9, schuld: 2, energie: 9 });
  const presences = (clauses) => Object.fromEntries(clauses.map(({ term, presence }) => [term, presence]));

  assert.deepEqual(presences(attempts[0].clauses), { eindhoven: 2, schulden: 3, schuld: 3, energie: 1 });
  assert.deepEqual(presences(attempts[1].clauses), { eindhoven: 1, schulden: 3, schuld: 3, energie: 1 });
  assert.deepEqual(attempts.map(({ isPart }) => isPart), [false, true]);
  assert.deepEqual(words, [["eindhoven"], ["energie"]]);
});

test("requires every word between quotes", async () => {
  for (const text of ['"leger des heils" ', "“leger des heils” ", '"leger des heils']) {
    const { attempts } = await ask(text, { leger: 2, heils: 2 });
    assert.deepEqual(attempts[0].clauses.map(({ term, presence }) => [term, presence]), [["leger", 2], ["heils", 2]], text);
  }
});

test("ignores separate signs, brackets and asterisks, and keeps a plus at the end of a code", async () => {
  assert.deepEqual(Object.keys((await ask("wonen + * (zorg) - ~1 ", { wonen: 5, zorg: 5 })).weights), ["wonen", "zorg"]);
  assert.deepEqual(Object.keys((await ask("label A++ ", { label: 3, "a++": 2, a: 9 })).weights), ["label", "a++", "a"]);
});

test("truncates a long query", async () => {
  const lexicon = lexiconOf({ wonen: 5 });
  await buildQuery(`${"wonen ".repeat(5000)}${"x".repeat(5000)}`, lexicon);

  assert.ok(lexicon.asked.size < 500);
  assert.ok([...lexicon.asked].every((term) => term.length < 250));
});

test("a synonym of several words only counts as a whole", async () => {
  const groups = [["huurachterstand", "huur niet betaald", "wanbetaling"]];
  const { words } = await ask("huurachterstand ", { huurachterstand: 5, huur: 60, niet: 50, betaald: 9 }, groups);
  assert.deepEqual(words, [["huurachterstand", "huur niet betaald"]]);

  const { weights } = await ask("huurachterstand ", { huurachterstand: 5, huur: 60, niet: 50 }, groups);
  assert.deepEqual(Object.keys(weights), ["huurachterstand"]);
});

test("prefers an inflected form to a spelling correction", async () => {
  assert.deepEqual(Object.keys((await ask("inrichten ", { inzichten: 9, ingericht: 2 })).weights), ["ingericht"]);
  const listed = { word: ["inrichten"] };
  assert.deepEqual(Object.keys((await ask("inrichten ", { inzichten: 9, inrichting: 2 }, [], { listed })).weights), ["inrichting"]);
  assert.equal(await corrections("eenzamheid ", { eenzaamheid: 9, eenzame: 2 }), "eenzaamheid", "an error goes before a word of the same origin");
});

test("splits off parts of four letters, or three at the end of a long word", async () => {
  assert.deepEqual((await ask("klusplan ", { klus: 5, plan: 5 })).words, [["klus"], ["plan"]]);
  assert.deepEqual((await ask("woningwet ", { woning: 5, wet: 5 })).words, [["woning"], ["wet"]]);
  assert.deepEqual((await ask("verminderen ", { ver: 5, minderen: 5 })).attempts, []);
});

test("completes a word of three letters or more, with five words", async () => {
  const counts = Object.fromEntries(["en", "ders", "kas", "plan", "bus", "dag"].map((end, place) => [`huur${end}`, 9 - place]));
  assert.deepEqual(Object.keys((await ask("huu", counts)).weights), ["huuren", "huurders", "huurkas", "huurplan", "huurbus"]);
  assert.deepEqual(Object.keys((await ask("hu", counts)).weights), []);
});

test("matches synonyms by inflected forms, not by derived words", async () => {
  const groups = [["buurtfeest", "straatfeest"]];
  assert.ok((await ask("buurtfeesten ", { buurtfeesten: 5, straatfeest: 5 }, groups)).weights.straatfeest); // form: 0.8
  assert.equal((await ask("buurtfeesting ", { buurtfeesting: 5, straatfeest: 5 }, groups)).weights.straatfeest, undefined); // 0.5
});

test("filler words find nothing, unless the query has no other words", async () => {
  const counts = { voorbeelden: 9, aanpak: 9, schuld: 9, goed: 5, goede: 5, woning: 5 };
  const { words, fillers, unknown, weights } = await ask("voorbeelden aanpak schuld ", counts);
  assert.deepEqual({ words, fillers, unknown }, { words: [["schuld"]], fillers: ["voorbeelden", "aanpak"], unknown: [] });
  assert.ok(weights.aanpak < weights.schuld / 4);
  assert.deepEqual((await ask("voorbeelden xyz ", counts)).attempts, []);
  assert.deepEqual((await ask("voorbeelden aanpak ", counts)).words, [["voorbeelden"], ["aanpak"]]);
  assert.deepEqual((await ask('schuld "goede" ', counts)).fillers, []);
  const named = await ask("schuld goede woning ", counts, [], { names: { partner: ["Goede Woning"] } });
  assert.deepEqual([named.fillers, named.words.at(-1)], [[], ["goede woning"]], "a name keeps all its words");
});
