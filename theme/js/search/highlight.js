/** Mark the words of a text that were searched for, and cut an excerpt around them. */
import { cut, pieces as termsOf } from "./analysis.js";

/** @import { Term } from "../lunr-shards/terms.js" */

/** A word, with apostrophes, accents and hyphens inside it. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*/gu;

/** The shortest term that can be the first or last part of a compound, */
const SHORTEST_PART = 4;
/** unless the rest is only an ending: huur is no part of huurders. */
const ENDING = /^(.{0,2}|bare?|ders?|ende?|ings?|ingen|jes|lijke?|loze?|sters?|tjes?|zame?)$/;

/** The most words between two words of a phrase: huur (vaak te laat of) niet betaald. */
const GAP = 3;

/** The most characters of an excerpt before the first match, and in all. */
const BEFORE = 80;
const LONGEST = 220;

/** @type {(text: string, phrases: readonly (readonly string[])[]) => { text: string, marked: boolean }[]} the whole text in pieces; words of a phrase are marked only together and in order */
export function markTerms(text, phrases) {
  const words = Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({ word, index, own: cut(word).flatMap(termsOf) }));
  const isFound = (/** @type {string} */ term, /** @type {number} */ at) =>
    (words[at]?.own ?? []).some((own) => own === term || (term.length >= SHORTEST_PART && isPart(term, own)));
  const marked = new Set();
  for (const phrase of phrases) {
    for (let at = 0; at < words.length; at += 1) {
      const places = runOf(phrase, at, isFound);
      if (places.length === phrase.length) places.forEach((place) => marked.add(place));
    }
  }
  const pieces = [];
  let end = 0;
  words.forEach(({ word, index }, at) => {
    if (!marked.has(at)) return;
    if (index > end) pieces.push({ text: text.slice(end, index), marked: false });
    pieces.push({ text: word, marked: true });
    end = index + word.length;
  });
  if (end < text.length) pieces.push({ text: text.slice(end), marked: false });
  return pieces;
}

/** @type {(phrase: readonly string[], start: number, isFound: (term: string, at: number) => boolean) => number[]} the indexes of its words, as far as they follow each other from `start` */
function runOf(phrase, start, isFound) {
  /** @type {number[]} */
  const places = [];
  for (const term of phrase) {
    const from = places.length ? /** @type {number} */ (places.at(-1)) + 1 : start;
    const reach = places.length ? GAP : 0;
    const at = Array.from({ length: reach + 1 }, (_, step) => from + step).find((place) => isFound(term, place));
    if (at === undefined) break;
    places.push(at);
  }
  return places;
}

/** @param {string} part @param {string} word */
function isPart(part, word) {
  return word.endsWith(part) || (word.startsWith(part) && !ENDING.test(word.slice(part.length)));
}

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
