/** Say which words of a text were searched for. */
import { cut, pieces as termsOf } from "./analysis.js";

/** A word with the apostrophes, accents and hyphens inside it. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*/gu;

/** From so many letters on a term at the start or the end of a word is a part of a compound, */
const SHORTEST_PART = 4;
/** unless the rest is no word: huur is no part of huurders. */
const ENDING = /^(.{0,2}|bare?|ders?|ende?|ings?|ingen|jes|lijke?|loze?|sters?|tjes?|zame?)$/;

/** @type {(text: string, terms: readonly string[]) => { text: string, marked: boolean }[]} pieces of the whole text */
export function markTerms(text, terms) {
  const found = new Set(terms);
  const parts = terms.filter((term) => term.length >= SHORTEST_PART);
  const pieces = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const own = cut(word).flatMap(termsOf);
    const isFound = own.some((term) => found.has(term) || parts.some((part) => isPart(part, term)));
    if (!isFound) continue;
    if (index > end) pieces.push({ text: text.slice(end, index), marked: false });
    pieces.push({ text: word, marked: true });
    end = index + word.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), marked: false });
  return pieces;
}

/** @param {string} part @param {string} word */
function isPart(part, word) {
  return word.endsWith(part) || (word.startsWith(part) && !ENDING.test(word.slice(part.length)));
}
