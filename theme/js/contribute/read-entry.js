/** Parse an entry, and record the lines of its keys, items and sections. */
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";

/**
 * @import { Value, Values } from "./entry-text.js"
 *
 * @typedef {{ first: number, last: number }} Span lines of a text, counted from 0; `last` is the line after it
 *
 * @typedef {object} WrittenKey
 * @property {string} key
 * @property {Span} lines
 * @property {Span[]} items of a list, if each item has lines of its own
 * @property {string} comment after a value on the same line
 *
 * @typedef {object} Section
 * @property {string} heading "" before the first heading
 * @property {string} text without the heading
 * @property {string} written as in the file, with the heading
 *
 * @typedef {object} WrittenEntry
 * @property {Values} values
 * @property {string[]} lines of the front matter, without its fences
 * @property {WrittenKey[]} keys
 * @property {Section[]} sections
 * @property {string} head everything before the front matter
 * @property {string} foot the fence after it
 */

/** @param {string} source @returns {WrittenEntry | null} null if the form cannot change it */
export function readEntry(source) {
  const lines = source.split("\n");
  const end = lines.findIndex((line, place) => place > 0 && line.trimEnd() === "---");
  if (lines[0]?.trimEnd() !== "---" || end < 0) return null;
  const inner = lines.slice(1, end);
  const lineCounter = new LineCounter();
  const document = parseDocument(inner.join("\n"), { schema: "failsafe", logLevel: "silent", lineCounter });
  if (document.errors.length || !isMap(document.contents)) return null;
  const lineAt = (/** @type {number} */ place) => lineCounter.linePos(place).line - 1;
  return {
    values: /** @type {Values} */ (plain(document.contents)),
    lines: inner,
    keys: document.contents.items.map((pair) => readKey(pair, lineAt)),
    sections: readSections(lines.slice(end + 1).join("\n")),
    head: `${lines[0]}\n`,
    foot: `${lines[end]}\n`,
  };
}

/** @type {(body: string) => Section[]} the first is the text before any heading; headings in code blocks do not count */
function readSections(body) {
  const sections = [{ heading: "", lines: /** @type {string[]} */ ([]), written: /** @type {string[]} */ ([]) }];
  let fence = "";
  for (const line of body.split("\n")) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark && !fence) fence = mark;
    else if (mark && mark.startsWith(fence)) fence = "";
    const heading = fence ? null : /^ {0,3}##[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/.exec(line);
    if (heading) sections.push({ heading: heading[1] ?? "", lines: [], written: [line] });
    else {
      sections.at(-1)?.lines.push(line);
      sections.at(-1)?.written.push(line);
    }
  }
  return sections.map(({ heading, lines, written }) => ({
    heading,
    text: lines.join("\n").replace(/^\n+|\s+$/g, ""),
    written: written.join("\n"),
  }));
}

/** @param {unknown} node @returns {Value} */
function plain(node) {
  if (isMap(node)) return Object.fromEntries(node.items.map(({ key, value }) => [String(key), plain(value)]));
  if (isSeq(node)) return node.items.map(plain);
  return isScalar(node) ? String(node.value ?? "") : "";
}

/** @param {import("yaml").Pair<any, any>} pair @param {(place: number) => number} lineAt @returns {WrittenKey} */
function readKey({ key, value }, lineAt) {
  const first = lineAt(key.range[0]);
  const last = value?.range && value.range[1] > value.range[0] ? lineAt(value.range[1] - 1) + 1 : first + 1;
  const items = isSeq(value) && !value.flow ? value.items.map((item) => spanOf(item, lineAt)) : [];
  const apart = items.every((item, place) => item.first > (items[place - 1]?.last ?? first + 1) - 1);
  return {
    key: String(key),
    lines: { first, last: Math.max(last, items.at(-1)?.last ?? 0) },
    items: apart ? items : [],
    comment: isScalar(value) && value.comment ? ` #${value.comment}` : "",
  };
}

/** @param {any} node @param {(place: number) => number} lineAt @returns {Span} */
function spanOf({ range: [start, end] }, lineAt) {
  return { first: lineAt(start), last: lineAt(Math.max(start, end - 1)) + 1 };
}
