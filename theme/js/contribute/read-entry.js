/** Reads an entry as it was written, and remembers where everything stands. */
import { isMap, isScalar, isSeq, parseDocument } from "yaml";

/**
 * @import { Value, Values } from "./entry-text.js"
 *
 * @typedef {object} Span lines of a text: from the first to before the last, from 0
 * @property {number} first
 * @property {number} last
 *
 * @typedef {object} WrittenKey
 * @property {string} key
 * @property {Span} lines
 * @property {Span[]} items of a list with each item on lines of its own; otherwise none
 * @property {string} comment behind a value on one line
 *
 * @typedef {object} Section
 * @property {string} heading "" for what stands before the first heading
 * @property {string} text without the heading
 * @property {string} written as it stands in the file
 *
 * @typedef {object} WrittenEntry
 * @property {Values} values
 * @property {string[]} lines of the front matter, without its fences
 * @property {WrittenKey[]} keys
 * @property {Section[]} sections
 * @property {string} head all up to the front matter
 * @property {string} foot the fence below it
 */

/** @param {string} source @returns {WrittenEntry | null} null when it is no entry that the form can change */
export function readEntry(source) {
  const lines = source.split("\n");
  const end = lines.findIndex((line, place) => place > 0 && line.trimEnd() === "---");
  if (lines[0]?.trimEnd() !== "---" || end < 0) return null;
  const inner = lines.slice(1, end);
  const text = inner.join("\n");
  const document = parseDocument(text, { schema: "failsafe", logLevel: "silent" });
  if (document.errors.length || !isMap(document.contents)) return null;
  const starts = lineStarts(inner);
  return {
    values: /** @type {Values} */ (plain(document.contents)),
    lines: inner,
    keys: document.contents.items.map((pair) => readKey(pair, starts)),
    sections: readSections(lines.slice(end + 1).join("\n")),
    head: `${lines[0]}\n`,
    foot: `${lines[end]}\n`,
  };
}

/**
 * @type {(body: string) => Section[]}
 *   the first is what stands before any heading; a line in a block of code is none
 */
export function readSections(body) {
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

/** @param {import("yaml").Pair<any, any>} pair @param {number[]} starts @returns {WrittenKey} */
function readKey({ key, value }, starts) {
  const first = lineAt(starts, key.range[0]);
  const last = value?.range && value.range[1] > value.range[0] ? lineAt(starts, value.range[1] - 1) + 1 : first + 1;
  const items = isSeq(value) && !value.flow ? value.items.map((item) => spanOf(item, starts)) : [];
  const apart = items.every((item, place) => item.first > (items[place - 1]?.last ?? first + 1) - 1);
  return {
    key: String(key),
    lines: { first, last: Math.max(last, items.at(-1)?.last ?? 0) },
    items: apart ? items : [],
    comment: isScalar(value) && value.comment ? ` #${value.comment}` : "",
  };
}

/** @param {any} node @param {number[]} starts @returns {Span} */
function spanOf(node, starts) {
  return { first: lineAt(starts, node.range[0]), last: lineAt(starts, Math.max(node.range[0], node.range[1] - 1)) + 1 };
}

/** @param {string[]} lines @returns {number[]} the place in the text at which each line begins */
function lineStarts(lines) {
  let place = 0;
  return lines.map((line) => (place += line.length + 1) - line.length - 1);
}

/** @type {(starts: number[], place: number) => number} */
function lineAt(starts, place) {
  let line = starts.length - 1;
  while (line > 0 && (starts[line] ?? 0) > place) line -= 1;
  return line;
}
