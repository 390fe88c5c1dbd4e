import assert from "node:assert/strict";
import { test } from "node:test";

import { readFacts, writeFacts } from "../../../theme/js/fit/facts.js";
import { cleanProfile } from "../../../theme/js/fit/profile.js";
import { describe, judge, scoreOf } from "../../../theme/js/fit/rules.js";

const NAMES = {
  provinces: { limburg: "Limburg", "noord-holland": "Noord-Holland", zeeland: "Zeeland", landelijk: "Heel Nederland" },
  areas: { stad: "Stad", dorp: "Dorp of platteland", krimpgebied: "Krimpgebied" },
  kinds: { gemeente: "Gemeente", bouwbedrijf: "Bouwbedrijf", welzijn: "Welzijn" },
  costs: { 0: "geen", 1: "tot € 5.000", 2: "€ 5.000 tot € 25.000", 3: "€ 25.000 tot € 100.000", 4: "€ 100.000 tot € 500.000", 5: "meer dan € 500.000" },
  effort: { 1: "tot 40 uur", 2: "40 tot 160 uur", 3: "160 tot 400 uur", 4: "400 tot 1.400 uur", 5: "meer dan 1.400 uur" },
  leadTime: { 1: "tot 1 maand", 2: "1 tot 3 maanden", 3: "3 tot 6 maanden", 4: "6 tot 12 maanden", 5: "langer dan een jaar" },
  difficulty: { 1: "één team kan het doen", 2: "één partner nodig", 3: "meer partners en een contract nodig", 4: "besluit van het bestuur of een aanbesteding nodig" },
};
const NOBODY = { size: null, area: "", province: "", costs: null, effort: null, leadTime: null, difficulty: null, kinds: [], partners: [] };
const UNKNOWN = readFacts("|||||||");
const told = (profile, facts = {}) => judge({ ...UNKNOWN, ...facts }, { ...NOBODY, ...profile }, NAMES);
const outcomes = (profile, facts) => told(profile, facts).map(({ outcome, text }) => `${outcome}: ${text}`);

test("what the reader did not tell is not spoken of", () => {
  assert.deepEqual(told({}, { provinces: ["limburg"], kinds: ["gemeente"], costs: 5, effort: 5, leadTime: 5, difficulty: 4 }), []);
});

test("what the catalogue does not know stays unknown, and counts neither way", () => {
  const all = told({ area: "stad", province: "limburg", costs: 0, effort: 1, leadTime: 1, difficulty: 1, kinds: ["gemeente"] });
  assert.deepEqual([...new Set(all.map(({ outcome }) => outcome))], ["unknown"]);
  assert.equal(scoreOf(all), 0);
  assert.deepEqual(describe(all), [["Niet bekend", "in welke provincie, voor welk gebied, welke partners nodig zijn, kosten, eigen uren, doorlooptijd en wie moet beslissen"]]);
});

test("another province is different, and no reason against it", () => {
  assert.deepEqual(outcomes({ province: "limburg" }, { provinces: ["limburg", "zeeland"] }), ["fits: gedaan in uw provincie"]);
  assert.deepEqual(outcomes({ province: "limburg" }, { provinces: ["landelijk"] }), ["fits: gedaan in heel Nederland"]);
  assert.deepEqual(outcomes({ province: "limburg" }, { provinces: ["zeeland", "noord-holland"] }), ["differs: gedaan in Zeeland en Noord-Holland"]);
  assert.equal(scoreOf(told({ province: "limburg" }, { provinces: ["zeeland"] })), 0);
});

test("a step fits up to and including what there is", () => {
  for (const [field, top] of [["costs", 5], ["effort", 5], ["leadTime", 5], ["difficulty", 4]]) {
    for (let step = field === "costs" ? 0 : 1; step <= top; step++) {
      for (let most = field === "costs" ? 0 : 1; most <= top; most++) {
        const [verdict] = told({ [field]: most }, { [field]: step });
        assert.equal(verdict.outcome, step <= most ? "fits" : "lacks", `${field} ${step} ${most}`);
      }
    }
  }
  assert.deepEqual(outcomes({ costs: 1 }, { costs: 0 }), ["fits: kost geen geld"]);
  assert.deepEqual(outcomes({ costs: 1 }, { costs: 3 }), ["lacks: kost € 25.000 tot € 100.000, meer dan u hebt"]);
  assert.deepEqual(outcomes({ leadTime: 3 }, { leadTime: 2 }), ["fits: resultaat binnen 3 maanden"]);
});

test("the size speaks only when the hours were not told, as a rule of thumb", () => {
  assert.deepEqual(outcomes({ size: 1 }, { effort: 4 }), ["lacks: 400 tot 1.400 uur eigen werk, dat is veel voor uw grootte"]);
  assert.deepEqual(outcomes({ size: 5 }, { effort: 5 }), ["fits: meer dan 1.400 uur eigen werk, dat kan meestal bij uw grootte"]);
  assert.deepEqual(outcomes({ size: 1, effort: 5 }, { effort: 4 }), ["fits: 400 tot 1.400 uur eigen werk"]);
  assert.deepEqual(outcomes({ size: 3 }), ["unknown: eigen uren"]);
});

test("kinds of partners are known, or still needed; a partner known by name stands for its kind", () => {
  const facts = { kinds: ["gemeente", "bouwbedrijf", "welzijn"], partners: ["de-bouwer"] };
  assert.deepEqual(outcomes({ kinds: ["gemeente"] }, facts), ["fits: u kent een gemeente", "needed: een bouwbedrijf", "needed: een welzijnsorganisatie"]);
  const partners = [{ slug: "de-bouwer", name: "De Bouwer", kind: "bouwbedrijf" }, { slug: "elders", name: "Elders", kind: "welzijn" }];
  assert.deepEqual(outcomes({ partners }, facts), ["fits: u kent De Bouwer", "needed: een gemeente", "needed: een welzijnsorganisatie"]);
});

test("more that fits comes first; what does not weighs as much, what is needed half", () => {
  const profile = { province: "limburg", costs: 2, kinds: ["gemeente"] };
  const score = (facts) => scoreOf(told(profile, facts));
  const [both, one, none, needs, lacks] = [{ provinces: ["limburg"], costs: 1 }, { costs: 1 }, {}, { kinds: ["zorg"] }, { costs: 5 }].map(score);
  assert.ok(both > one && one > none && none > needs && needs > lacks);
});

test("reasons come in sentences that begin with what they are", () => {
  const verdicts = told({ province: "limburg", costs: 2, kinds: ["gemeente"] }, { provinces: ["limburg"], kinds: ["bouwbedrijf", "zorg"] });
  assert.deepEqual(describe(verdicts), [
    ["Past", "gedaan in uw provincie"],
    ["Nog nodig", "een bouwbedrijf en een zorgorganisatie"],
    ["Niet bekend", "kosten"],
  ]);
});

test("facts are the same after they were written and read", () => {
  for (const text of ["|||||||", "limburg,zeeland|stad|gemeente|irado,talis|0|5||4"]) assert.equal(writeFacts(readFacts(text)), text);
  assert.equal(readFacts("||||0|||").costs, 0);
  assert.deepEqual(readFacts("").provinces, []);
});

test("a profile holds what can be used, or is none", () => {
  for (const nothing of [null, undefined, 3, "x", [], {}, { kinds: [], area: "" }, { area: "<b>", size: "2", kinds: "gemeente", partners: [{}] }]) assert.equal(cleanProfile(nothing), null);
  assert.deepEqual(cleanProfile({ costs: 0 }), { ...NOBODY, costs: 0 });
  const irado = { slug: "irado", name: "Irado", kind: "lokaal-bedrijf" };
  assert.deepEqual(cleanProfile({ partners: [irado, null, { slug: "x" }], kinds: ["zorg", 3], extra: 1 }), { ...NOBODY, kinds: ["zorg"], partners: [irado] });
});
