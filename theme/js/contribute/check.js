/** Says what is wrong with what was filled in: by the JSON Schema of the catalogue, in the words of `mvo check`. */
import { Validator } from "@cfworker/json-schema";

/**
 * @typedef {import("./entry-text.js").Value} Value
 * @typedef {import("./entry-text.js").Values} Values
 * @typedef {(string | number)[]} Path
 *
 * @typedef {object} Problem
 * @property {Path} path where in the values; a part of the text has its heading behind "#"
 * @property {string} rule
 * @property {string} message
 * @property {boolean} [isMissing] whether it is about something that was not filled in yet
 * @property {boolean} [isWarning] whether the text can be sent all the same
 *
 * @typedef {object} Messages the sentences, as `schema/json_schema.py` gives them
 * @property {{ waarde: string, zonder_waarde: string }} gezegd
 * @property {{ tekens: [string, string], waarden: [string, string] }} aantal
 * @property {Record<string, string>} trefwoorden
 * @property {Record<string, { regel: string, melding: string }>} meldingen
 */

const LONGEST_QUOTE = 60;

/**
 * @param {any} schema JSON Schema (draft-07) without references
 * @param {Messages} messages
 * @param {(path: Path) => { name: string, meaning: string }} describe how a field is called in a message, and what it is
 * @returns {(values: Values) => Problem[]}
 */
export function makeCheck(schema, messages, describe) {
  const validator = new Validator(schema, "7", false);
  return (values) => {
    const data = /** @type {any} */ (typed(schema, values));
    const found = new Map();
    for (const unit of validator.validate(data).errors) {
      for (const problem of explain(unit, data)) {
        const key = JSON.stringify(problem.path);
        if (!found.has(key)) found.set(key, problem);
      }
    }
    for (const path of wrongDates(schema, data)) {
      const key = JSON.stringify(path);
      if (!found.has(key)) found.set(key, say("partial_date", path, data));
    }
    return [...found.values()].filter(({ path }) => !isAbove(path, found));
  };

  /**
   * @param {import("@cfworker/json-schema").OutputUnit} unit
   * @param {any} data
   * @returns {Problem[]} none for a unit that only says that something inside is wrong
   */
  function explain({ keyword, keywordLocation, instanceLocation }, data) {
    const path = pathOf(instanceLocation, data);
    const words = pointer(keywordLocation).slice(0, -1);
    const held = nodeAt(schema, words, data, path);
    if (!held) return [];
    const { node, message } = held;
    const value = valueAt(data, path);
    if (keyword === "required") {
      const missing = /** @type {string[]} */ (node.required).filter((key) => !(key in value));
      return missing.map((key) => ({ ...say(path.length ? "missing_inside" : "missing", [...path, key], data, node.properties[key]), isMissing: true }));
    }
    if (message && ["pattern", "format", "type", "enum", "minimum", "maximum", "anyOf"].includes(keyword)) return [say(message, path, data, node)];
    const failed = keyword === "type" ? (node.enum ? "enum" : `type: ${node.type}`) : keyword;
    const kind = messages.trefwoorden[failed] ?? (keyword === "pattern" ? "other" : undefined);
    return kind ? [{ ...say(kind, path, data, node), isMissing: keyword === "minItems" || (keyword === "minLength" && !value) }] : [];
  }

  /**
   * @param {string} kind
   * @param {Path} path
   * @param {any} data
   * @param {any} [node]
   * @returns {Problem}
   */
  function say(kind, path, data, node = {}) {
    const { regel: rule = "", melding: sentence = "" } = messages.meldingen[kind] ?? messages.meldingen["other"] ?? {};
    const value = valueAt(data, path);
    const shown = quote(value);
    const { name, meaning } = describe(path);
    const holder = path.length > 2 ? path.slice(0, -2) : path.slice(0, 1);
    const [one, more] = Array.isArray(value) ? messages.aantal.waarden : messages.aantal.tekens;
    const length = Array.isArray(value) ? value.length : [...String(value ?? "")].length;
    const slots = {
      name,
      shown,
      said: fill(shown ? messages.gezegd.waarde : messages.gezegd.zonder_waarde, { name, shown }),
      within: describe(holder).name,
      meaning,
      length: `${length} ${length === 1 ? one : more}`,
      allowed: (node.enum ?? []).join(", "),
      min_length: node.minLength ?? node.minItems,
      max_length: node.maxLength ?? node.maxItems,
      ge: node.minimum,
      le: node.maximum,
      fields: Object.keys(node.properties ?? {}).join(", "),
    };
    return { path, rule, message: fill(sentence, slots) };
  }
}

/**
 * @param {string} sentence
 * @param {Record<string, unknown>} slots
 * @returns {string}
 */
export function fill(sentence, slots) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => String(slots[name] ?? whole));
}

/**
 * @param {unknown} value
 * @returns {string} as it fits in a sentence; "" for a list or mapping
 */
function quote(value) {
  if (value === null || value === undefined || typeof value === "object") return "";
  const shown = String(value).split(/\s+/).filter(Boolean).join(" ");
  return [...shown].length <= LONGEST_QUOTE ? shown : `${[...shown].slice(0, LONGEST_QUOTE - 1).join("")}…`;
}

/**
 * Give texts the type that the schema asks, as far as they have its form.
 *
 * @param {any} node
 * @param {Value} value
 * @returns {unknown}
 */
function typed(node, value) {
  if (node?.anyOf) {
    const form = chooseForm(node, value);
    return typed(node.anyOf[form], value);
  }
  if (Array.isArray(value)) return value.map((item) => typed(node?.items, item));
  if (typeof value === "object") return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, typed(node?.properties?.[key], inner)]));
  if (node?.type === "integer" && /^[+-]?\d+$/.test(value)) return Number(value);
  if (node?.type === "boolean" && (value === "true" || value === "false")) return value === "true";
  return value;
}

/**
 * @param {any} node with several forms
 * @param {unknown} value
 * @returns {number} which of them the value has
 */
function chooseForm(node, value) {
  const isNumber = typeof value === "number" || (typeof value === "string" && /^[+-]?\d+$/.test(value));
  const wanted = typeof value === "object" ? "object" : isNumber ? "integer" : "string";
  const form = node.anyOf.findIndex((/** @type {any} */ { type }) => type === wanted);
  return form < 0 ? node.anyOf.findIndex((/** @type {any} */ { type }) => type === "string") : form;
}

/**
 * @param {string} location "#/a/0"
 * @returns {string[]}
 */
function pointer(location) {
  return location.split("/").slice(1).map((part) => decodeURIComponent(part).replace(/~1/g, "/").replace(/~0/g, "~"));
}

/**
 * @param {string} location
 * @param {any} data
 * @returns {Path} with numbers for the places in a list
 */
function pathOf(location, data) {
  let value = data;
  return pointer(location).map((part) => {
    const step = Array.isArray(value) ? Number(part) : part;
    value = value?.[step];
    return step;
  });
}

/**
 * @param {any} data
 * @param {Path} path
 * @returns {any}
 */
function valueAt(data, path) {
  return path.reduce((value, part) => value?.[part], data);
}

/**
 * Follow the words of a location to the part of the schema that they name.
 *
 * @param {any} schema
 * @param {string[]} words
 * @param {any} data
 * @param {Path} path of the value that it is about
 * @returns {{ node: any, message: string | undefined } | null} null when it lies in a form that the value does not have
 */
function nodeAt(schema, words, data, path) {
  let node = schema;
  let message;
  let depth = 0;
  for (let place = 0; place < words.length; place += 1) {
    const word = words[place] ?? "";
    if (word === "anyOf") {
      const form = chooseForm(node, valueAt(data, path.slice(0, depth)));
      message = node["x-melding"];
      place += 1;
      if (Number(words[place]) !== form) return null;
      node = node.anyOf[form];
    } else {
      if (word === "properties" || word === "items") depth += 1;
      node = node?.[word];
      if (word === "properties") node = node?.[words[(place += 1)] ?? ""];
    }
    message = node?.["x-melding"] ?? message;
  }
  return node ? { node, message: node["x-melding"] ?? message } : null;
}

/**
 * @param {any} node
 * @param {unknown} value
 * @param {Path} [path]
 * @returns {Generator<Path>} days of sources that have the right form and do not exist
 */
function* wrongDates(node, value, path = []) {
  if (Array.isArray(value)) for (const [place, item] of value.entries()) yield* wrongDates(node?.items, item, [...path, place]);
  else if (value && typeof value === "object") for (const [key, inner] of Object.entries(value)) yield* wrongDates(node?.properties?.[key], inner, [...path, key]);
  else if (node?.["x-melding"] === "partial_date" && /^\d{4}-\d\d-\d\d$/.test(String(value)) && !isDay(String(value))) yield path;
}

/**
 * @param {string} text "2026-11-21"
 * @returns {boolean} whether there is such a day
 */
export function isDay(text) {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/**
 * @param {Path} path
 * @param {Map<string, Problem>} found
 * @returns {boolean} whether something inside it is wrong, so that this only follows from it
 */
function isAbove(path, found) {
  return [...found.values()].some((other) => other.path.length > path.length && !other.isMissing && path.every((part, place) => other.path[place] === part));
}
