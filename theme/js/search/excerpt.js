/** Where in a practice the words were found: an excerpt of its text, or the names of the fields. */
import { markTerms } from "./highlight.js";

/** @import { Term } from "../lunr-shards/terms.js" */

const BEFORE = 80;
const LONGEST = 220;

/** @type {(text: string, phrases: readonly (readonly string[])[]) => string} whole words around the first match; "" without one */
export function cutExcerpt(text, phrases) {
  const pieces = markTerms(text, phrases);
  const first = pieces.findIndex(({ marked }) => marked);
  if (first < 0) return "";
  const place = pieces.slice(0, first).reduce((length, piece) => length + piece.text.length, 0);
  const start = place > BEFORE ? text.indexOf(" ", place - BEFORE) + 1 : 0;
  const rest = text.slice(Math.min(start, place));
  const end = rest.length > LONGEST ? rest.lastIndexOf(" ", LONGEST) : rest.length;
  return (start > 0 ? "… " : "") + rest.slice(0, end) + (end < rest.length ? " …" : "");
}

/** @type {(document: number, terms: Iterable<Term>, fields: readonly string[]) => string[]} the fields with one of the terms */
export function fieldsWith(document, terms, fields) {
  const all = [...terms];
  return fields.filter((_, field) => all.some(({ postings }) => postings[field]?.documents.includes(document)));
}
