/** Write an entry in the style of the catalogue: front matter in the order of the schema, then the parts of the text. */

/**
 * @typedef {object} Field how a key is written
 * @property {string} key
 * @property {string} [label]
 * @property {boolean} isQuoted whether it is free text, which is written between quotation marks
 * @property {boolean} [isBoolean]
 * @property {readonly Field[]} fields those of a map
 *
 * @typedef {string | Value[] | { [key: string]: Value }} Value texts, in lists and maps
 * @typedef {{ [key: string]: Value }} Values
 *
 * @typedef {object} Part of the text below the front matter
 * @property {string} heading "" before the first heading
 * @property {string} text
 */

const INDENT = "  ";

/** Text that needs no quotation marks in YAML. */
const PLAIN = /^[A-Za-z0-9](?:[^\s"'#[\]{},&*!|>%@`:]|[:#@&%,!*'](?=\S))*$/;
const WORDS_OF_YAML = new Set(["null", "true", "false", "yes", "no", "on", "off", "y", "n"]);

/** White space and control characters, which become one space in a value. */
const BLANK = /[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu;
const EMOJI = String.raw`[\xa9\xae\u203c\u2049\u2122\u2139\u2190-\u27bf\u2900-\u2bff\u3030\u303d\u3297\u3299\u{1f000}-\u{1faff}]`;
/** An emoji with its joiners, to keep, or invisible characters, as in domain/patterns.py (written without lookbehind for older browsers). */
const HIDDEN = new RegExp(String.raw`(${EMOJI}\ufe0f?(?:\u200d(?=${EMOJI}))?|\ufe0f(?=\u20e3))|[\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffc\ufffe\uffff]`, "gu");

/** The characters 0x80 to 0x9f of Windows-1252, where Unicode has control characters; five are not defined. */
export const WINDOWS = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/** @type {(fields: readonly Field[], values: Values, parts: readonly Part[]) => string} */
export function writeEntry(fields, values, parts) {
  const lines = fields.flatMap((field) => writeField(field, values[field.key] ?? ""));
  const body = parts.map(writePart).filter(Boolean);
  return `---\n${lines.join("\n")}\n---\n${body.map((part) => `\n${part}\n`).join("")}`;
}

/** @type {(field: Field, value: Value, indent?: string) => string[]} its lines; none without a value */
export function writeField(field, value, indent = "") {
  if (isEmpty(value)) return [];
  const key = `${indent}${field.key}:`;
  if (typeof value === "string") return [`${key} ${writeText(value, field)}`];
  if (Array.isArray(value)) return [key, ...value.flatMap((item) => writeItem(field, item, indent + INDENT))];
  return [key, ...field.fields.flatMap((inner) => writeField(inner, value[inner.key] ?? "", indent + INDENT))];
}

/** @type {(field: Field, item: Value, indent?: string) => string[]} */
export function writeItem(field, item, indent = INDENT) {
  if (isEmpty(item)) return [];
  if (typeof item === "string") return [`${indent}- ${writeText(item, field)}`];
  const map = isMap(item) ? item : {};
  const lines = field.fields.flatMap((inner) => writeField(inner, map[inner.key] ?? "", indent + INDENT));
  return lines.map((line, place) => (place === 0 ? `${indent}- ${line.trimStart()}` : line));
}

/** @type {(part: Part) => string} without blank lines at either end; "" when it has no text */
export function writePart({ heading, text }) {
  const clean = cleanText(text);
  return clean && (heading ? `## ${heading}\n\n${clean}` : clean);
}

/** @type {(text: string) => string} without artefacts of Windows, Word, PDF and mail programs */
function cleanSigns(text) {
  return text
    .replace(/[\x80-\x9f]/g, (sign) => WINDOWS[sign.charCodeAt(0) - 0x80] ?? "")
    .replace(/[\x80-\x9f]/g, " ")
    .replace(/[\ufb00-\ufb06]/g, (sign) => sign.normalize("NFKC"))
    .replace(/\u2011/g, "-")
    .replace(HIDDEN, "$1")
    .normalize();
}

/** @type {(text: string) => string} without invisible characters, odd spaces, and white space at the ends of lines and of the text */
export function cleanText(text) {
  return cleanSigns(text)
    .replace(/\r\n?|[\v\f\u2028\u2029]/g, "\n")
    .replace(/[\0-\x08\x0e-\x1f\x7f-\x9f]/g, "")
    .replace(/[^\S\t\n]/g, " ")
    .replace(/[ \t]+$/gm, "")
    .replace(/^\n+|\s+$/g, "");
}

/** @param {string} text @returns {string} on one line, without invisible characters */
export function cleanValue(text) {
  return cleanSigns(text).replace(BLANK, " ").trim();
}

/** @param {Value | undefined} value @returns {boolean} whether nothing is filled in */
export function isEmpty(value) {
  if (value === undefined) return true;
  if (typeof value === "string") return !cleanValue(value);
  return Object.values(value).every(isEmpty);
}

/** @param {Value | undefined} value @returns {value is Values} */
export function isMap(value) {
  return typeof value === "object" && !Array.isArray(value);
}

/** @param {Values} values @returns {Values} with each value on one line, without empty values */
export function cleanValues(values) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)).map(([key, value]) => [key, clean(value)]));
}

/** @param {Value} value @returns {Value} */
function clean(value) {
  if (typeof value === "string") return cleanValue(value);
  return Array.isArray(value) ? value.filter((item) => !isEmpty(item)).map(clean) : cleanValues(value);
}

/** @param {string} text @param {Field} field @returns {string} */
function writeText(text, { isQuoted, isBoolean }) {
  const trimmed = text.trim();
  const isPlain = !isQuoted && PLAIN.test(trimmed) && (isBoolean || !WORDS_OF_YAML.has(trimmed.toLowerCase()));
  return isPlain ? trimmed : JSON.stringify(trimmed); // what JSON writes, YAML reads
}
