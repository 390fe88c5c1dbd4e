/** Find the themes and organisations that a query names, also with a typing error in one of the words. */

import { cut, pieces, withoutStopWords } from "./analysis.js";
import { manifestOf } from "./hits.js";
import { lookUp } from "./listed.js";
import { countErrors } from "./spelling.js";

/**
 * @import { Lexicon, Word } from "./dutch.js"
 *
 * @typedef {object} Name
 * @property {string} facet
 * @property {string} value
 * @property {string} label
 * @property {string[]} terms
 * @property {number} from the index of its first word in the query
 * @property {boolean} isCorrected whether it is misspelled in the query
 */

const TOPIC = "thema";
/** The shortest word of a name that can be misspelled, when its other words are right. */
const SHORTEST = 4;
const NAME = { letter: 1, other: Infinity };

/** @typedef {{ facet: string, value: string, label: string, terms: string[] }} Named a theme or organisation */

/** @type {(words: readonly Word[], lexicon: Lexicon) => Promise<Named[]>} those with a word that begins like one of these */
export async function listNames(words, lexicon) {
  const { stopWords } = manifestOf(lexicon);
  const { names } = await lookUp(words.map(({ term }) => term), lexicon);
  return names.map(([facet, value, label]) => ({ facet, value, label, terms: withoutStopWords(cut(label).map((word) => pieces(word).at(-1) ?? ""), stopWords) }));
}

/**
 * @param {readonly Word[]} words
 * @param {readonly boolean[]} isKnown whether any entry has the word or a form of it, per word
 * @param {readonly Named[]} all
 * @returns {Name[]} each once, the longest first; also an organisation of which the query is the beginning, and a
 *   theme of which all words of the query are part
 */
export function findNames(words, isKnown, all) {
  /** @type {Map<string, Name>} */
  const found = new Map();
  const byPrefix = [];
  for (const { facet, value, label, terms } of all) {
    const name = { facet, value, label, terms, from: 0, isCorrected: false };
    const place = placeOf(terms, words, isKnown);
    if (place) found.set(value, { ...name, ...place });
    else if (facet === TOPIC && words.every(({ term }) => terms.includes(term))) found.set(value, name);
    else if (words.every(({ term }, step) => terms[step] === term)) byPrefix.push(name);
  }
  const [only, ...others] = byPrefix;
  if (only && others.every(({ value }) => value === only.value)) found.set(only.value, only);
  const names = [...found.values()].sort((one, other) => Number(one.isCorrected) - Number(other.isCorrected) || other.terms.length - one.terms.length);
  const holds = (/** @type {Name} */ whole, /** @type {Name} */ part) => whole !== part && whole.from <= part.from && whole.from + whole.terms.length >= part.from + part.terms.length;
  return names.filter((name, place) => !names.some((other, before) => before < place && holds(other, name)));
}

/** @type {(terms: string[], words: readonly Word[], isKnown: readonly boolean[]) => { from: number, isCorrected: boolean } | undefined} */
function placeOf(terms, words, isKnown) {
  for (let from = 0; from + terms.length <= words.length; from += 1) {
    const wrong = terms.flatMap((term, step) => {
      const { term: typed = "" } = words[from + step] ?? {};
      if (typed === term) return [];
      const isError = !isKnown[from + step] && typed.length >= SHORTEST && terms[1] && countErrors(typed, term, NAME) === 1;
      return [isError ? 1 : Infinity];
    });
    if (wrong.length < 2 && wrong[0] !== Infinity) return { from, isCorrected: wrong.length > 0 };
  }
  return undefined;
}
