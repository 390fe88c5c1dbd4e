/** Validate the values by the JSON Schema of the catalogue, with the messages of `mvo check`. */
import { isDay } from "../lib/days.js";
import { shorten } from "../lib/text.js";
import { isMap } from "./entry-text.js";

/** @import { Value, Values } from "./entry-text.js" */

/**
 * @typedef {(string | number)[]} Path
 * @typedef {Record<string, Record<string, string>>} RuleMessages by rule and case, as `exports/form_data.py` gives them
 * @typedef {{ name: string, meaning: string }} Description of a field in messages
 *
 * @typedef {object} Problem
 * @property {Path} path in the values; for a part of the text, its heading after "#"
 * @property {string} rule
 * @property {string} message
 * @property {boolean} [isMissing] whether something is not filled in yet
 * @property {boolean} [isWarning] whether it does not stop the text from being sent
 *
 * @typedef {object} Messages about values, from `derived/json_schema.py`
 * @property {{ waarde: string, zonder_waarde: string }} gezegd
 * @property {{ tekens: [string, string], waarden: [string, string] }} aantal
 * @property {Record<string, string>} trefwoorden the name of the message for each keyword of JSON Schema
 * @property {Record<string, { regel: string, melding: string }>} meldingen
 */

const FIRST_YEAR = 1000;
const LONGEST_QUOTE = 60;
const WHOLE_NUMBER = /^[+-]?\d+$/;

/**
 * Supports JSON Schema (draft-07) without references, and only the keywords that `derived/json_schema.py` writes.
 * @type {(schema: any, messages: Messages, describe: (path: Path) => Description) => (values: Values) => Problem[]}
 */
export function makeCheck(schema, messages, describe) {
  return (values) => checkMap(schema, values, []);

  /** @param {any} node @param {Value} value @param {Path} path @returns {Problem[]} */
  function check(node, value, path) {
    if (node.anyOf) return check({ "x-melding": node["x-melding"], ...chooseForm(node, value) }, value, path);
    if (node.type === "object") return isMap(value) ? checkMap(node, value, path) : [refuse("type", node, value, path)];
    if (node.type === "array") return Array.isArray(value) ? checkList(node, value, path) : [refuse("type", node, value, path)];
    return checkText(node, value, path);
  }

  /** @param {any} node @param {Values} values @param {Path} path @returns {Problem[]} */
  function checkMap(node, values, path) {
    const missing = (node.required ?? []).filter((/** @type {string} */ key) => !(key in values));
    return [
      ...missing.map((/** @type {string} */ key) => ({ ...say(path.length ? "missing_inside" : "missing", node.properties[key], undefined, [...path, key]), isMissing: true })),
      ...Object.entries(values).flatMap(([key, value]) => (node.properties[key] ? check(node.properties[key], value, [...path, key]) : [])),
    ];
  }

  /** @param {any} node @param {Value[]} list @param {Path} path @returns {Problem[]} */
  function checkList(node, list, path) {
    const inside = list.flatMap((item, place) => check(node.items, item, [...path, place]));
    if (inside.some(({ isMissing }) => !isMissing)) return inside; // the length may be wrong because of these
    if (list.length < node.minItems) return [{ ...refuse("minItems", node, list, path), isMissing: true }, ...inside];
    return list.length > node.maxItems ? [refuse("maxItems", node, list, path), ...inside] : inside;
  }

  /** @param {any} node @param {Value} value @param {Path} path @returns {Problem[]} */
  function checkText(node, value, path) {
    const failed = failedKeyword(node, value);
    return failed ? [{ ...refuse(failed, node, value, path), isMissing: failed === "minLength" && !value }] : [];
  }

  /** @param {string} keyword @param {any} node @param {Value} value @param {Path} path @returns {Problem} */
  function refuse(keyword, node, value, path) {
    const isOfLength = keyword === "minLength" || keyword === "maxLength";
    const failed = keyword !== "type" ? keyword : node.enum ? "enum" : `type: ${node.type}`;
    if (failed === "type: integer" && node.minimum > FIRST_YEAR) return say("year", node, value, path);
    return say((!isOfLength && node["x-melding"]) || (messages.trefwoorden[failed] ?? "other"), node, value, path);
  }

  /** @param {string} kind @param {any} node @param {Value | undefined} value @param {Path} path @returns {Problem} */
  function say(kind, node, value, path) {
    const { regel: rule = "", melding: sentence = "" } = messages.meldingen[kind] ?? messages.meldingen["other"] ?? {};
    const shown = typeof value === "string" ? shorten(value, LONGEST_QUOTE) : "";
    const described = describe(path);
    const { name } = described;
    const [one, more] = Array.isArray(value) ? messages.aantal.waarden : messages.aantal.tekens;
    const length = Array.isArray(value) ? value.length : [...String(value ?? "")].length;
    const slots = {
      ...described,
      shown,
      said: fillSlots(shown ? messages.gezegd.waarde : messages.gezegd.zonder_waarde, { name, shown }),
      within: describe(path.length > 2 ? path.slice(0, -2) : path.slice(0, 1)).name,
      length: `${length} ${length === 1 ? one : more}`,
      year: /\b(?:19|20)\d\d\b/.exec(shown)?.[0] ?? "2024",
      allowed: (node.enum ?? []).join(", "),
      min_length: node.minLength ?? node.minItems,
      max_length: node.maxLength ?? node.maxItems,
      ge: node.minimum,
      le: node.maximum,
      fields: Object.keys(node.properties ?? {}).join(", "),
    };
    return { path, rule, message: fillSlots(sentence, slots) };
  }
}

/** @type {(node: any, value: Value) => string} the first keyword that fails, or "" */
function failedKeyword(node, value) {
  if (typeof value !== "string") return "type";
  if (node.type === "boolean") return value === "true" || value === "false" ? "" : "type";
  if (node.type === "integer" && !WHOLE_NUMBER.test(value)) return "type";
  const typed = node.type === "integer" ? Number(value) : value;
  if (node.enum && !node.enum.includes(typed)) return "enum";
  if (typed < node.minimum && typeof typed === "number") return "minimum";
  if (typed > node.maximum && typeof typed === "number") return "maximum";
  const length = [...value].length;
  if (length < node.minLength) return "minLength";
  if (length > node.maxLength) return "maxLength";
  if (!node.pattern) return "";
  const isNoDay = node["x-melding"] && /^\d{4}-\d\d-\d\d$/.test(value) && !isDay(value);
  return isNoDay || !new RegExp(node.pattern, "u").test(value) ? "pattern" : "";
}

/** @param {any} node with `anyOf` @param {Value} value @returns {any} the alternative for the type of the value */
function chooseForm({ anyOf }, value) {
  const wanted = typeof value === "object" ? "object" : WHOLE_NUMBER.test(value) ? "integer" : "string";
  const formOf = (/** @type {string} */ name) => anyOf.find((/** @type {any} */ { type }) => type === name);
  return formOf(wanted) ?? formOf("string") ?? anyOf[0];
}

/** @type {(ruleMessages: RuleMessages, path: Path, rule: string, matter?: string, slots?: Record<string, unknown>) => Problem} with the message of a rule for this case */
export function makeProblem(ruleMessages, path, rule, matter = "", slots = {}) {
  return { path, rule, message: fillSlots(ruleMessages[rule]?.[matter] ?? rule, slots) };
}

/** @type {(sentence: string, slots: Record<string, unknown>) => string} with the slots between braces filled in */
export function fillSlots(sentence, slots) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => String(slots[name] ?? whole));
}
