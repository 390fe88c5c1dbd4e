/** Apply changes to an entry. What did not change stays as it was written, including comments and unknown keys. */
import { cleanText, isEmpty, writeField, writeItem, writePart } from "./entry-text.js";

/**
 * @import { Field, Part, Value, Values } from "./entry-text.js"
 * @import { WrittenEntry, WrittenKey } from "./read-entry.js"
 *
 * @typedef {{ values: Values, parts: readonly Part[] }} Content of the form
 */

/** @type {(written: WrittenEntry, fields: readonly Field[], before: Content, after: Content) => string} */
export function amendEntry(written, fields, before, after) {
  const frontMatter = amendValues(written, fields, before.values, after.values);
  return `${written.head}${frontMatter.map((line) => `${line}\n`).join("")}${written.foot}${amendParts(written, before.parts, after.parts)}`;
}

/** @type {(written: WrittenEntry, fields: readonly Field[], before: Values, after: Values) => string[]} */
function amendValues({ lines, keys }, fields, before, after) {
  /** @type {{ key: string, lines: string[] }[]} */
  const blocks = [];
  let next = 0;
  for (const key of keys) {
    const field = fields.find((field) => field.key === key.key);
    const between = lines.slice(next, key.lines.first);
    next = key.lines.last;
    const isSame = !field || same(before[key.key], after[key.key]);
    blocks.push({
      key: key.key,
      lines: [...between, ...(isSame ? lines.slice(key.lines.first, key.lines.last) : rewrite(lines, key, field, before[key.key], after[key.key] ?? ""))],
    });
  }
  for (const [order, field] of fields.entries()) {
    const value = after[field.key];
    if (value === undefined || isEmpty(value) || keys.some(({ key }) => key === field.key)) continue;
    if (same(before[field.key], value)) continue;
    const earlier = new Set(fields.slice(0, order).map(({ key }) => key));
    const place = blocks.findLastIndex(({ key }) => earlier.has(key));
    blocks.splice(place + 1, 0, { key: field.key, lines: writeField(field, value) });
  }
  return [...blocks.flatMap(({ lines }) => lines), ...lines.slice(next)];
}

/** @type {(lines: string[], written: WrittenKey, field: Field, before: Value | undefined, after: Value) => string[]} */
function rewrite(lines, written, field, before, after) {
  const fresh = writeField(field, after);
  if (typeof after === "string") return fresh.map((line) => line + written.comment);
  const inside = lines.slice(written.lines.first + 1, written.lines.last);
  if (!Array.isArray(after) || !Array.isArray(before) || isEmpty(after) || before.length !== written.items.length) {
    return [...inside.filter(isComment).map((line) => line.trimStart()), ...fresh];
  }
  const old = before.map((value, place) => {
    const start = place === 0 ? written.lines.first + 1 : written.items[place - 1]?.last;
    return { value, lines: lines.slice(start, written.items[place]?.last), isUsed: false };
  });
  const items = after.flatMap((value) => {
    const unchanged = old.find((item) => !item.isUsed && same(item.value, value));
    if (!unchanged) return writeItem(field, value);
    unchanged.isUsed = true;
    return unchanged.lines;
  });
  const orphans = old.filter((item) => !item.isUsed).flatMap((item) => item.lines.filter(isComment));
  return [lines[written.lines.first] ?? "", ...orphans, ...items];
}

/** @param {string} line @returns {boolean} */
function isComment(line) {
  return line.trimStart().startsWith("#");
}

/** @type {(written: WrittenEntry, before: readonly Part[], after: readonly Part[]) => string} the body */
function amendParts({ sections }, before, after) {
  const order = after.map(({ heading }) => heading);
  const textIn = (/** @type {readonly Part[]} */ parts, /** @type {string} */ heading) => parts.find((part) => part.heading === heading)?.text ?? "";
  const isChanged = (/** @type {string} */ heading) => cleanText(textIn(before, heading)) !== cleanText(textIn(after, heading));
  if (!order.some(isChanged)) return sections.map(({ written }) => written).join("\n");

  const seen = new Set();
  const pieces = sections.map(({ heading, written }) => {
    const isFirst = !seen.has(heading);
    seen.add(heading);
    const isOurs = isFirst && order.includes(heading) && isChanged(heading);
    return { heading, text: isOurs ? writePart({ heading, text: textIn(after, heading) }) : written.replace(/^\n+|\s+$/g, "") };
  });
  for (const [place, heading] of order.entries()) {
    if (seen.has(heading) || !isChanged(heading)) continue;
    const earlier = new Set(order.slice(0, place));
    const behind = pieces.findLastIndex((piece) => piece.heading === "" || earlier.has(piece.heading));
    pieces.splice(behind + 1, 0, { heading, text: writePart({ heading, text: textIn(after, heading) }) });
  }
  return pieces.filter(({ text }) => text).map(({ text }) => `\n${text}\n`).join("");
}

/** @type {(one: Value | undefined, other: Value | undefined) => boolean} empty and missing are equal */
function same(one, other) {
  return JSON.stringify(one ?? "") === JSON.stringify(other ?? "");
}
