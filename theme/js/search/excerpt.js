/** Where in a practice the words were found: a piece of its text, or at least the parts of it that have them. */
import { markTerms } from "./highlight.js";

const BEFORE = 80;
const LONGEST = 220;

/**
 * @param {string} text
 * @param {readonly string[]} terms
 * @returns {string} the text around the first word that was found, whole words only; "" when none is in it
 */
export function cutExcerpt(text, terms) {
  const pieces = markTerms(text, terms);
  const first = pieces.findIndex(({ marked }) => marked);
  if (first < 0) return "";
  const place = pieces.slice(0, first).reduce((length, piece) => length + piece.text.length, 0);
  const start = place > BEFORE ? text.indexOf(" ", place - BEFORE) + 1 : 0;
  const rest = text.slice(Math.min(start, place));
  const end = rest.length > LONGEST ? rest.lastIndexOf(" ", LONGEST) : rest.length;
  return (start > 0 ? "… " : "") + rest.slice(0, end) + (end < rest.length ? " …" : "");
}

/**
 * @param {number} document
 * @param {Iterable<import("../lunr-shards/terms.js").Term>} terms
 * @param {readonly string[]} fields of the index
 * @returns {string[]} the fields of the document that have one of the terms
 */
export function fieldsWith(document, terms, fields) {
  const all = [...terms];
  return fields.filter((_, field) => all.some(({ postings }) => postings[field]?.documents.includes(document)));
}
