/** The rules of `mvo check` about more than one field. */
import { isDay } from "../lib/days.js";
import { makeProblem } from "./check.js";
import { cleanText, isEmpty, isMap } from "./entry-text.js";

/**
 * @import { Path, Problem, RuleMessages } from "./check.js"
 * @import { Part, Value, Values } from "./entry-text.js"
 *
 * @typedef {object} Rules constants and patterns of the rules, from `exports/form_data.py`
 * @property {string} figure a pattern for a number in digits or words
 * @property {string} digits a pattern for a number in digits
 * @property {string} year
 * @property {readonly string[]} levels of evidence, the lowest first
 * @property {readonly string[]} counted levels that require a number
 * @property {number} leastAdoptions
 * @property {number} leastSteps
 * @property {number} firstYear
 * @property {{ approach: string, results: string, lessons: string }} headings
 */

const LAST_YEAR = "2101"; // a year that the schema refuses

/** @type {(content: { values: Values, parts: readonly Part[] }, rules: Rules, ruleMessages: RuleMessages, today: string) => Problem[]} */
export function findProblems({ values, parts }, rules, ruleMessages, today) {
  const { approach, results, lessons } = rules.headings;
  const say = (/** @type {string} */ rule, /** @type {string} */ matter, /** @type {Path} */ path, slots = {}, isMissing = false) => ({ ...makeProblem(ruleMessages, path, rule, matter, slots), isMissing });
  return [
    ...(isEmpty(values["corporaties"]) && isEmpty(values["partners"]) ? [say("no-actor", "", ["corporaties"], {}, true)] : []),
    ...repeated(values).map(({ path, ...slots }) => say("repeated-value", "", path, slots)),
    ...wrongPeriod(values["periode"]).map((slots) => say("period-order", "", ["periode", "eind"], slots)),
    ...missingProof(values, parts, rules).map((name) => {
      const slots = { level: values["onderbouwing"], heading: results, least: rules.leastAdoptions };
      return say("evidence-without-proof", name, ["onderbouwing"], slots, true);
    }),
    ...wrongOutcome(String(values["uitkomst"] ?? ""), textOf(parts, results), rules).map((name) => say("outcome-without-results", name, ["uitkomst"], { heading: results })),
    ...wrongDates(values, today, rules.firstYear).map(({ name, path, date }) => ({ ...say("impossible-date", name, path, { date, first: rules.firstYear }), isWarning: true })),
    ...wrongPhase(values, today, rules.counted).map(({ name, path, ...slots }) => ({ ...say("phase-mismatch", name, path, slots), isWarning: true })),
    ...wrongDays(values, today).map(({ name, path, ...slots }) => say("review-date", name, path, slots)),
    ...(values["fase"] === "gestopt" && !textOf(parts, lessons) ? [say("stopped-without-lessons", "", ["fase"], {}, true)] : []),
    ...(textOf(parts, approach) ? [] : [say("missing-section", "missing", [`#${approach}`], { heading: approach }, true)]),
    ...fewSteps(textOf(parts, approach), rules.leastSteps).map(({ matter, ...slots }) => say("few-steps", matter, [`#${approach}`], slots, true)),
  ];
}

/** @param {readonly Part[]} parts @param {string | undefined} heading @returns {string} */
function textOf(parts, heading) {
  return cleanText(parts.find((part) => part.heading === heading)?.text ?? "");
}

/** @param {Values} values @returns {{ path: (string | number)[], value: string, key: string }[]} */
function repeated(values) {
  return Object.entries(values).flatMap(([key, list]) =>
    Array.isArray(list) ? list.flatMap((value, place) => (typeof value === "string" && list.indexOf(value) < place ? [{ path: [key, place], value, key }] : [])) : [],
  );
}

/** @param {Value | undefined} period @returns {{ start: string, end: string }[]} */
function wrongPeriod(period) {
  if (!isMap(period)) return [];
  const [start, end] = [String(period["start"] ?? ""), String(period["eind"] ?? "")];
  return /^\d{4}$/.test(start) && /^\d{4}$/.test(end) && end < start ? [{ start, end }] : [];
}

/** @type {(values: Values, parts: readonly Part[], rules: Rules) => string[]} the cases that apply */
function missingProof(values, parts, { levels, counted, figure, leastAdoptions, headings }) {
  const level = String(values["onderbouwing"] ?? "");
  if (!levels.slice(1).includes(level)) return [];
  const results = textOf(parts, headings.results);
  const own = /** @type {Value[]} */ (values["corporaties"] ?? []);
  const others = new Set(mapsIn(values["overgenomen"]).map((map) => map["corporatie"]).filter((who) => who && !own.includes(who)));
  const isStudied = mapsIn(values["bronnen"]).some((map) => map["soort"] === "onderzoek");
  return [
    ...(results ? (counted.includes(level) && !new RegExp(figure, "iu").test(results) ? ["no-figure"] : []) : ["no-results"]),
    ...(level === "herhaald" && others.size < leastAdoptions ? ["few-adoptions"] : []),
    ...(level === "onderzocht" && !isStudied ? ["no-study"] : []),
    ...(level === "onderzocht" && !isMap(values["onderzoek"]) ? ["no-design"] : []),
  ];
}

/** @type {(outcome: string, results: string, rules: Rules) => string[]} the cases that apply */
function wrongOutcome(outcome, results, { digits, year }) {
  if (!outcome) return [];
  if (!results) return ["no-results"];
  const figuresOf = (/** @type {string} */ text) =>
    (text.match(new RegExp(digits, "gu")) ?? []).map((found) => found.replace(/[.,]+$/, "")).filter((found) => !new RegExp(`^(?:${year})$`, "u").test(found));
  const [own, others] = [figuresOf(outcome), figuresOf(results)];
  return own.length > 0 && !own.some((found) => others.includes(found)) ? ["other-figures"] : [];
}

/** @param {Values} values @returns {string} the day of `gecontroleerd`, which is a map when it also says what was checked */
export function reviewDay({ gecontroleerd }) {
  return String((isMap(gecontroleerd) ? gecontroleerd["op"] : gecontroleerd) ?? "");
}

/** @param {Value | undefined} value @returns {Values[]} */
function mapsIn(value) {
  return Array.isArray(value) ? value.filter(isMap) : [];
}

/** @type {(values: Values, today: string) => { name: string, path: string[], day?: string, published?: string }[]} */
function wrongDays(values, today) {
  const frame = values["kader"];
  const days = [
    { path: ["gepubliceerd"], day: values["gepubliceerd"] },
    { path: ["gecontroleerd"], day: reviewDay(values) },
    { path: ["kader", "gecontroleerd"], day: isMap(frame) ? frame["gecontroleerd"] : "" },
  ].filter(({ day }) => typeof day === "string" && isDay(day));
  const future = days.flatMap(({ path, day }) => (String(day) > today ? [{ name: "in-future", path, day: String(day) }] : []));
  const [published, reviewed] = [String(values["gepubliceerd"] ?? ""), reviewDay(values)];
  const isEarly = isDay(published) && isDay(reviewed) && reviewed < published && published <= today;
  return [...future, ...(isEarly ? [{ name: "too-early", path: ["gecontroleerd"], published }] : [])];
}

/** @type {(values: Values, today: string, firstYear: number) => { name: string, path: (string | number)[], date: string }[]} dates of past events and publications that cannot be right */
function wrongDates(values, today, firstYear) {
  const [costs, period] = [values["kosten"], values["periode"]];
  const dates = [
    ...mapsIn(values["bronnen"]).map(({ datum }, place) => ({ path: ["bronnen", place, "datum"], date: datum })),
    ...mapsIn(values["overgenomen"]).map(({ jaar }, place) => ({ path: ["overgenomen", place, "jaar"], date: jaar })),
    { path: ["kosten", "prijspeil"], date: isMap(costs) ? costs["prijspeil"] : "" },
    { path: ["periode", "start"], date: isMap(period) && values["fase"] !== "idee" ? period["start"] : "" },
  ];
  return dates.flatMap(({ path, date }) => {
    const day = `${date}-01-01`.slice(0, 10);
    if (typeof date !== "string" || !isDay(day) || day > LAST_YEAR) return [];
    const name = day > today ? "future" : Number(day.slice(0, 4)) < firstYear ? "past" : "";
    return name ? [{ name, path, date }] : [];
  });
}

/** @type {(values: Values, today: string, counted: readonly string[]) => { name: string, path: string[], phase?: string, end?: string, level?: string }[]} */
function wrongPhase({ fase, periode, onderbouwing }, today, counted) {
  const [phase, level, year] = [String(fase ?? ""), String(onderbouwing ?? ""), today.slice(0, 4)];
  const [start, end] = isMap(periode) ? [String(periode["start"] ?? ""), String(periode["eind"] ?? "")] : ["", ""];
  if (/^(?:afgerond|gestopt)$/.test(phase) && (end === "lopend" || end > year)) return [{ name: "over", path: ["periode", "eind"], phase, end }];
  if (phase === "lopend" && start <= end && /^\d{4}$/.test(end) && end < year) return [{ name: "running", path: ["fase"], end }];
  return phase === "idee" && counted.includes(level) ? [{ name: "idea", path: ["fase"], level }] : [];
}

/** @type {(text: string, least: number) => { matter: string, least: number, steps: number, lists: number, all: number }[]} */
function fewSteps(text, least) {
  /** @type {number[]} */
  const lists = [];
  let kind = "";
  for (const line of text.split("\n")) {
    const mark = /^ {0,3}(?:\d{1,9}([.)])|([-+*]))(?:\s|$)/.exec(line);
    const own = mark?.[1] ?? mark?.[2] ?? "";
    if (own) {
      const count = own === kind ? (lists.pop() ?? 0) : 0;
      kind = own;
      lists.push(count + 1);
    } else if (/^\S/.test(line)) kind = ""; // a paragraph ends the list
  }
  const [steps, all] = [Math.max(0, ...lists), lists.reduce((sum, count) => sum + count, 0)];
  return text && steps < least ? [{ matter: all < least ? "" : "lists", least, steps, lists: lists.length, all }] : [];
}
