/** Find text that does not show as it was meant, as `validation/rules/plain_text.py` and `left_over.py` do. */
import { bare, shorten } from "../lib/text.js";
import { makeProblem } from "./check.js";
import { fold } from "./choices.js";
import { isMap, WINDOWS } from "./entry-text.js";

/**
 * @import { Path, Problem, RuleMessages } from "./check.js"
 * @import { Field, Part, Value, Values } from "./entry-text.js"
 *
 * @typedef {object} Texts patterns, from `exports/form_data.py`
 * @property {number} longest the most characters that a message repeats
 * @property {[from: string, to: string]} alike letters of another alphabet, and the ones for which they are taken
 * @property {[source: string, flags: string, rule: string, matter: string][]} leftOvers what no finished text contains
 * @property {string} markup
 * @property {string} quotes
 * @property {string} file a file name
 * @property {string} several places in one text
 * @property {readonly string[]} nothing what people write instead of leaving a field empty
 *
 * @typedef {{ path: Path, text: string, isFree: boolean, names?: readonly string[] }} Text `isFree` for free text; `names` are the names of its field
 */

/** @type {(texts: Texts, ruleMessages: RuleMessages, around: string) => (all: readonly Text[], values: Values) => Problem[]} */
export function makeTextFinder(texts, ruleMessages, around) {
  const nothing = new Set(texts.nothing);
  /** @param {string} text @returns {boolean} whether it only means that there is nothing to say */
  const saysNothing = (text) => nothing.has(bare(text, around).toLowerCase());
  const leftOvers = texts.leftOvers.map(([source, flags, rule, matter]) => ({ pattern: new RegExp(source, `g${flags}`), rule, matter }));
  const [markup, quotes, several, file] = [new RegExp(texts.markup, "giu"), new RegExp(texts.quotes, "u"), new RegExp(texts.several, "u"), new RegExp(texts.file, "iu")];

  /** @param {Text} text @returns {Problem[]} per line, at most one of each rule */
  const inAnyText = ({ path, text }) =>
    text.split("\n").flatMap((line) => {
      const found = leftOvers.flatMap(({ pattern, rule, matter }) => {
        const [match = "", ...others] = new Set([...line.matchAll(pattern)].filter((one) => !isInAddress(line, one)).map(foundIn));
        if (!match) return [];
        const meant = rule === "broken-characters" ? readBroken(match, texts.alike).trim() : "";
        const say = (/** @type {string} */ one) => ({ ...makeProblem(ruleMessages, path, rule, meant ? "meant" : matter, { found: shorten(one, texts.longest), meant }), isWarning: rule !== "placeholder" });
        return [[match, ...(rule === "left-over" ? others : [])].map(say)];
      });
      return found.filter(([first], at) => at === found.findIndex(([other]) => other?.rule === first?.rule)).flat();
    });

  /** @param {Text} text @returns {Problem[]} */
  const inField = ({ path, text, names = [] }) => {
    const say = (/** @type {string} */ matter, slots = {}) => ({ ...makeProblem(ruleMessages, path, "plain-text", matter, slots), isWarning: true });
    const marked = new Set([...text.matchAll(markup)].map((found) => shorten(found.slice(1).find(Boolean) ?? "", texts.longest)));
    const head = /^([^:]+): /.exec(text)?.[1] ?? "";
    return [
      ...(saysNothing(text) ? [say("nothing", { found: text })] : []),
      ...(/^(?:https?:\/\/|www\.)\S+$/.test(text) ? [say("address")] : []),
      ...(file.test(text) ? [say("file", { found: shorten(text, texts.longest) })] : []),
      ...(names.includes(head.toLowerCase()) ? [say("label", { found: `${head}:` })] : []),
      ...(path[0] === "plaatsen" && several.test(text) ? [say("places")] : []),
      ...(marked.size ? [say("markup", { found: [...marked].join("”, “") })] : []),
      ...(isShouted(text) ? [say("capitals")] : []),
      ...(quotes.test(text) && (path.length === 1 || path.at(-1) !== "titel" || !/^[‘’']/.test(text)) ? [say("quotes", { first: text[0], last: text.at(-1) })] : []),
    ];
  };

  return (all, values) => {
    const [title, summary] = [values["titel"], values["samenvatting"]].map((text) => fold(String(text ?? "")).split(" ").sort().join(" "));
    const isSame = title !== "" && title === summary;
    return [
      ...all.flatMap(inAnyText),
      ...all.filter(({ path, text }) => String(path[0]).startsWith("#") && saysNothing(text)).map(({ path }) => makeProblem(ruleMessages, path, "missing-section", "empty", { heading: String(path[0]).slice(1) })),
      ...all.filter(({ isFree }) => isFree).flatMap(inField),
      ...(isSame ? [{ ...makeProblem(ruleMessages, ["samenvatting"], "empty-summary"), isWarning: true }] : []),
    ];
  };
}

/** @type {(found: string, alike: Texts["alike"]) => string} what broken letters were before, "" when that cannot be known */
function readBroken(found, [from, to]) {
  try {
    if (/^[ÂÃâ]/.test(found)) return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(found, (sign) => (WINDOWS.includes(sign) ? 0x80 + WINDOWS.indexOf(sign) : sign.charCodeAt(0))));
    if (found.startsWith("=")) return found.includes("\n") ? "" : decodeURIComponent(found.replaceAll("=", "%"));
  } catch {
    return "";
  }
  const meant = Array.from(found.normalize("NFKC").replace(/(\d)O/g, "$10"), (sign) => to[from.indexOf(sign)] ?? sign).join("");
  return /^[ -~]+$/.test(meant) && meant !== found ? meant : "";
}

/** @type {(fields: readonly Field[], content: { values: Values, parts: readonly Part[] }) => Text[]} all texts of an entry */
export function listTexts(fields, { values, parts }) {
  return [...textsIn(fields, values), ...parts.map(({ heading, text }) => ({ path: [`#${heading}`], text, isFree: false }))];
}

/** @type {(fields: readonly Field[], values: Values, start?: Path) => Text[]} */
function textsIn(fields, values, start = []) {
  return fields.flatMap((field) => textsOf(field, values[field.key] ?? "", [...start, field.key]));
}

/** @param {Field} field @param {Value} value @param {Path} path @returns {Text[]} */
function textsOf(field, value, path) {
  if (typeof value === "string") return [{ path, text: value, isFree: field.isQuoted, names: typeof path.at(-1) === "string" ? [field.key, (field.label ?? "").toLowerCase()] : [] }];
  if (isMap(value)) return textsIn(field.fields, value, path);
  return /** @type {Value[]} */ (value).flatMap((item, place) => textsOf(field, item, [...path, place]));
}

/** @param {RegExpMatchArray} match @returns {string} its first group, or the whole match */
const foundIn = (match) => match.slice(1).find(Boolean) ?? match[0];

/** @param {string} text @param {RegExpMatchArray} match @returns {boolean} whether the match is part of a web address */
export function isInAddress(text, match) {
  return /(?:www\.|:\/\/)\S*$/.test(text.slice(0, text.indexOf(foundIn(match), match.index)));
}

/** @param {string} text @returns {boolean} */
function isShouted(text) {
  return text === text.toUpperCase() && (text.match(/\p{Lu}{4,}/gu) ?? []).length > 1;
}
