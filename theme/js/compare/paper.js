/** The comparison as a paper in landscape, with the rows that matter most for a decision. */
import { firstOf } from "../lib/text.js";
import { paragraph } from "../papers/paper.js";
import { clean, link, plain, points, strong } from "../papers/text.js";
import { compare } from "./rows.js";

/**
 * @import { Paper } from "../papers/paper.js"
 * @import { Text } from "../papers/text.js"
 * @import { Practice } from "../practice-data.js"
 * @import { Part } from "./rows.js"
 */

const APPROACH = "Aanpak";
const LESSONS = "Lessen";
/** The rows of which each point is cut to its first sentence. */
const SHORT = [APPROACH, LESSONS];
const ROWS = ["Uitkomst", "Onderbouwing", "Resultaten", "Wat zij vragen", "Kosten", "Wat de bron over geld zegt", "Inzet", "Doorlooptijd", "Wat moet u regelen?", APPROACH, LESSONS, "Past wel", "Past niet", "Corporaties", "Partners", "Ook betrokken", "Waar", "Wanneer", "Bronnen"];
/** The width of the column with row names, in percent. */
const NAMES = 13;

/** @type {(practices: readonly Practice[], about: { source: string, day: string, site: string }) => Paper} */
export function makeComparison(practices, { source, day, site }) {
  const rows = compare(practices).groups.flatMap((group) => group.rows).filter(({ name }) => ROWS.includes(name));
  const width = Math.floor((100 - NAMES) / practices.length);
  return {
    title: `${practices.length} praktijken vergeleken`,
    kind: site,
    footer: "Vergelijking",
    author: site,
    source,
    day,
    file: `vergelijking-${day}`,
    layout: "wide",
    blocks: [
      {
        kind: "table",
        title: "Vergelijking",
        head: ["", ...practices.map(({ titel }) => clean(titel))],
        widths: [100 - width * practices.length, ...practices.map(() => width)],
        rows: rows.map(({ name, cells }) => [strong(name), ...cells.map((cell) => (cell.length > 0 ? joinParts(cell.map(SHORT.includes(name) ? readShort : readPart)) : plain("Niet bekend")))]),
      },
      paragraph([{ text: "Meer staat op " }, ...link(source, source)]),
    ],
  };
}

/** @param {Part} part @returns {Text} */
function readPart(part) {
  if (part.kind === "links") return joinParts(part.items.map(({ text, address, note }) => [...link(text, address), ...(note ? [{ text: ` (${clean(note)})` }] : [])]), "; ");
  if (!("items" in part)) return plain(part.text);
  return part.items.length > 1 ? points(part.items.map(endSentence)) : plain(part.items.map(endSentence)[0]);
}

/** @param {Part} part @returns {Text} of each point its first sentence */
function readShort(part) {
  if (part.kind === "links") return readPart(part);
  return readPart("items" in part ? { ...part, items: part.items.map(firstOf) } : { ...part, text: firstOf(part.text) });
}

/** @param {Text[]} parts @param {string} [mark] @returns {Text} the parts of a cell, one after the other */
function joinParts(parts, mark = " ") {
  return parts.flatMap((part, place) => (place ? [{ text: mark }, ...part] : part));
}

/** @param {string} point @returns {string} */
const endSentence = (point) => (/[.!?:”"]$/.test(point) ? point : `${point}.`);
