/**
 * Whether a practice suits the reader's organisation: what fits, what does not, what is still needed, what is not known.
 *
 * A reason speaks only of what the reader filled in; what the catalogue does not know stays unknown, and counts neither way.
 */
import { joinWords, lower } from "../lib/words.js";

/**
 * @import { Profile } from "./profile.js"
 *
 * @typedef {Record<"provinces" | "areas" | "kinds" | "costs" | "effort" | "leadTime" | "difficulty", Record<string, string>>} Names
 *   the words for each key; the build gives them (pages/fit.py)
 *
 * @typedef {object} Facts what a card knows of a practice
 * @property {string[]} provinces keys; "landelijk" for everywhere
 * @property {string[]} areas keys of the kinds of area that it is for
 * @property {string[]} kinds keys of the kinds of the partners that took part
 * @property {string[]} partners slugs of those partners
 * @property {number | null} costs
 * @property {number | null} effort
 * @property {number | null} leadTime
 * @property {number | null} difficulty
 *
 * @typedef {"fits" | "lacks" | "needed" | "differs" | "unknown"} Outcome
 *
 * @typedef {{ unknown: string, fits: (words: string) => string, lacks: (words: string) => string }} Reasons of one step
 *
 * @typedef {object} Verdict
 * @property {Outcome} outcome
 * @property {string} text the reason, to follow the word for the outcome: "gedaan in uw provincie"
 */

/** How the reasons of one outcome begin, in the order in which they are shown. */
const OUTCOMES = /** @type {[Outcome, string][]} */ ([
  ["fits", "Past"],
  ["lacks", "Past niet"],
  ["needed", "Nog nodig"],
  ["differs", "Anders"],
  ["unknown", "Niet bekend"],
]);

/** @type {Names} */
export const NO_NAMES = { provinces: {}, areas: {}, kinds: {}, costs: {}, effort: {}, leadTime: {}, difficulty: {} };

const EVERYWHERE = "landelijk";

/** @type {Record<string, string>} kinds of partners that are the name of a field of work */
const AS_ORGANISATION = {
  onderwijs: "een school of opleiding",
  welzijn: "een welzijnsorganisatie",
  zorg: "een zorgorganisatie",
  "lokaal bedrijf": "een bedrijf uit de buurt",
};

/** A rule of thumb, for a reader who did not say how many hours there are: the step of own hours that a size can bear. */
const HOURS_BY_SIZE = [2, 3, 4, 5, 5];

/** @type {(facts: Facts, profile: Profile, names?: Names) => Verdict[]} in the order of OUTCOMES; without names by keys */
export function judge(facts, profile, names = NO_NAMES) {
  const verdicts = [
    judgeProvince(facts, profile, names),
    judgeArea(facts, profile, names),
    ...judgePartners(facts, profile, names),
    judgeStep(facts.costs, profile.costs, names.costs, { unknown: "kosten", fits: (words) => (words === "geen" ? "kost geen geld" : `kost ${words}`), lacks: (words) => `kost ${words}, meer dan u hebt` }),
    judgeEffort(facts, profile, names),
    judgeStep(facts.leadTime, profile.leadTime, names.leadTime, { unknown: "doorlooptijd", fits: (words) => `resultaat binnen ${within(words)}`, lacks: (words) => `het eerste resultaat duurt ${words}` }),
    judgeStep(facts.difficulty, profile.difficulty, names.difficulty, { unknown: "wie moet beslissen", fits: (words) => words, lacks: (words) => words }),
  ];
  const order = OUTCOMES.map(([outcome]) => outcome);
  return verdicts.filter((verdict) => verdict !== null).sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome));
}

/** @type {(verdicts: readonly Verdict[]) => number} what fits, minus what does not; what is needed counts half */
export function scoreOf(verdicts) {
  const weights = { fits: 2, lacks: -2, needed: -1, differs: 0, unknown: 0 };
  return verdicts.reduce((sum, { outcome }) => sum + weights[outcome], 0);
}

/** @param {readonly Verdict[]} verdicts @returns {[label: string, reasons: string][]} "Past", "u kent een gemeente; …" */
export function describe(verdicts) {
  return OUTCOMES.flatMap(([outcome, label]) => {
    const reasons = verdicts.filter((verdict) => verdict.outcome === outcome).map(({ text }) => text);
    const text = outcome === "unknown" || outcome === "needed" ? joinWords(reasons) : reasons.join("; ");
    return reasons.length > 0 ? [/** @type {[string, string]} */ ([label, text])] : [];
  });
}

/** @type {(facts: Facts, profile: Profile, names: Names) => Verdict | null} */
function judgeProvince({ provinces }, { province }, names) {
  if (!province) return null;
  if (provinces.length === 0) return { outcome: "unknown", text: "in welke provincie" };
  if (provinces.includes(province)) return { outcome: "fits", text: "gedaan in uw provincie" };
  if (provinces.includes(EVERYWHERE)) return { outcome: "fits", text: "gedaan in heel Nederland" };
  return { outcome: "differs", text: `gedaan in ${joinWords(provinces.map((key) => names.provinces[key] ?? key))}` };
}

/** @type {(facts: Facts, profile: Profile, names: Names) => Verdict | null} */
function judgeArea({ areas }, { area }, names) {
  if (!area) return null;
  if (areas.length === 0) return { outcome: "unknown", text: "voor welk gebied" };
  if (areas.includes(area)) return { outcome: "fits", text: `gedaan in een gebied als het uwe (${lower(names.areas[area] ?? area)})` };
  return { outcome: "differs", text: `gedaan in ${joinWords(areas.map((key) => lower(names.areas[key] ?? key)))}` };
}

/** @type {(facts: Facts, profile: Profile, names: Names) => Verdict[]} */
function judgePartners({ kinds, partners }, profile, names) {
  if (profile.kinds.length === 0 && profile.partners.length === 0) return [];
  if (kinds.length === 0) return [{ outcome: "unknown", text: "welke partners nodig zijn" }];
  const known = profile.partners.filter(({ slug }) => partners.includes(slug));
  const acquainted = known.map(({ name }) => name);
  const nameOf = (/** @type {string} */ kind) => {
    const word = lower(names.kinds[kind] ?? kind);
    return AS_ORGANISATION[word] ?? `een ${word}`;
  };
  const has = kinds.filter((kind) => profile.kinds.includes(kind));
  const missing = kinds.filter((kind) => !profile.kinds.includes(kind) && known.every((partner) => partner.kind !== kind));
  return [
    ...(acquainted.length > 0 ? [/** @type {Verdict} */ ({ outcome: "fits", text: `u kent ${joinWords(acquainted)}` })] : []),
    ...(has.length > 0 ? [/** @type {Verdict} */ ({ outcome: "fits", text: `u kent ${joinWords(has.map(nameOf))}` })] : []),
    ...missing.map((kind) => /** @type {Verdict} */ ({ outcome: "needed", text: nameOf(kind) })),
  ];
}

/** @type {(facts: Facts, profile: Profile, names: Names) => Verdict | null} */
function judgeEffort({ effort }, profile, names) {
  const words = { unknown: "eigen uren", fits: (/** @type {string} */ step) => `${step} eigen werk`, lacks: (/** @type {string} */ step) => `${step} eigen werk, meer dan u hebt` };
  if (profile.effort !== null || profile.size === null) return judgeStep(effort, profile.effort, names.effort, words);
  return judgeStep(effort, HOURS_BY_SIZE[profile.size - 1] ?? null, names.effort, {
    ...words,
    fits: (step) => `${step} eigen werk, dat kan meestal bij uw grootte`,
    lacks: (step) => `${step} eigen werk, dat is veel voor uw grootte`,
  });
}

/** @type {(step: number | null, most: number | null, names: Record<string, string>, reasons: Reasons) => Verdict | null} */
function judgeStep(step, most, names, reasons) {
  if (most === null) return null; // not filled in
  if (step === null) return { outcome: "unknown", text: reasons.unknown };
  const name = names[step] ?? `${step}`;
  return step <= most ? { outcome: "fits", text: reasons.fits(name) } : { outcome: "lacks", text: reasons.lacks(name) };
}

/** @type {(words: string) => string} "3 tot 6 maanden" → "6 maanden" */
function within(words) {
  return words.replace(/^.*tot /, "");
}
