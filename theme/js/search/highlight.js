/** Say which words of a text were searched for. */
import { analyse } from "./analysis.js";

/** A word with the apostrophes and accents inside it, as `analyse` would cut it. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu;

/**
 * Cut a text into pieces that are marked and pieces that are not; together they are the text.
 * @param {string} text
 * @param {string[]} terms the terms that were found, as the index knows them
 * @returns {{ text: string, marked: boolean }[]}
 */
export function markTerms(text, terms) {
  const found = new Set(terms);
  const pieces = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!analyse(word).some((term) => found.has(term))) continue;
    if (index > end) pieces.push({ text: text.slice(end, index), marked: false });
    pieces.push({ text: word, marked: true });
    end = index + word.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), marked: false });
  return pieces;
}
