/**
 * From what a reader types to clauses of a Lunr query. Other forms, compounds, parts, synonyms and typing errors become
 * terms of less weight: exact stands above form, form above part, part above synonym, synonym above guess.
 */

import { cut, pieces, withoutStopWords } from "./analysis.js";
import { manifestOf } from "./hits.js";
import { inflections, participle } from "./inflection.js";

/**
 * @import { Engine } from "../lunr-shards/engine.js"
 *
 * @typedef {Pick<Engine, "manifest" | "documentFrequency" | "complete" | "near">} Lexicon what a query asks of the index
 *
 * @typedef {{ term: string, boost: number, presence: number, usePipeline: false }} Clause
 *
 * @typedef {object} Attempt
 * @property {Clause[]} clauses the query
 * @property {string} note the sentence to show when it is a guess
 * @property {string[][]} words what stands for each word: terms, and phrases with spaces; for `coverage.js`
 *
 * @typedef {{ text: string, term: string, sign: string, at: number }} Word one word as typed, and as one term; its place
 * @typedef {readonly [term: string, weight: number]} Candidate
 * @typedef {Map<string, readonly [weight: number, count: number]>} Found terms that mean a word: how close, in how many documents
 * @typedef {Word & { found: Found }} Known
 * @typedef {Known & { means: string[] }} Meaning the terms for a word, and what stands for it by itself: terms and phrases
 * @typedef {{ phrase: string[], found: Found }} Alike a phrase of the synonyms, and its terms that the index has
 */

const FORM = 0.8;
const PIECE = 0.6;
const PART = 0.5;
const SYNONYM = 0.2;
const COMPLETION = 0.25;
/** From this weight on a form says more than a word with another letter: inrichting for inrichten, not inzichten. */
const RELATED = 0.4;
const COMPLETIONS = 5;

/** More letters are no question but a text; what follows is left out. */
const LONGEST = 200;

/** From how many letters on two typing errors are likelier than another word. */
const LONG = 7;

const OPTIONAL = 1;
const REQUIRED = 2;
const PROHIBITED = 3;

/** @type {(text: string, stopWords: readonly string[]) => Word[]} */
function read(text, stopWords) {
  let at = 0;
  // A leading + or - is a sign; words between quotes must all be there.
  const words = [...text.replace(/[“”„]/g, '"').matchAll(/([+-]?)(?:"([^"]*)"?|(\S+))/g)].flatMap(([, sign, quoted, bare]) =>
    cut(quoted ?? bare ?? "").map((word) => ({
      text: word,
      term: /** @type {string} */ (pieces(word).at(-1)),
      sign: sign || (quoted ? "+" : ""),
      at: at++,
    })),
  );
  const kept = withoutStopWords(words.map(({ term }) => term), stopWords);
  return words.filter(({ term }) => kept.includes(term));
}

/** @type {(word: string, scale?: number) => Candidate[]} itself, its pieces, other forms */
function variants(word, scale = 1) {
  const [whole = "", ...rest] = pieces(word).reverse();
  const found = new Map([[whole, 1], .../** @type {Candidate[]} */ (rest.map((term) => [term, PIECE])), ...inflections(whole)]);
  return [...found].map(([term, weight]) => [term, weight * scale]);
}

/** @param {string} text @param {Lexicon} lexicon @returns {Promise<Attempt[]>} in order; the first that finds something is shown */
export async function buildQuery(text, lexicon) {
  const words = read(text.slice(0, LONGEST), manifestOf(lexicon).stopWords);
  const isTyping = /[\p{L}\p{N}]$/u.test(text);
  const meanings = await Promise.all(words.map((_, place) => mean(words, place, isTyping, lexicon)));
  const meant = meanings.flat();
  const wanted = meant.filter(({ sign }) => sign !== "-");
  const missed = words
    .filter(({ term, sign }, place) => sign !== "-" && meanings[place]?.[0]?.term !== term)
    .map((word) => `“${word.text}”`)
    .join(" en ");
  const clauses = weigh(meant, lexicon.manifest.documents);
  const attempt = {
    clauses,
    note: missed && `Geen resultaten voor ${missed}. Getoond: ${wanted.map(({ term }) => term).join(" ")}.`,
    words: wanted.map(({ means }) => means),
  };
  const attempts = clauses[0] ? [attempt] : [];
  if (clauses.some(({ presence }) => presence === REQUIRED)) {
    attempts.push({
      ...attempt,
      clauses: clauses.map((clause) => ({ ...clause, presence: clause.presence === REQUIRED ? OPTIONAL : clause.presence })),
      note: "Geen resultaten voor al deze woorden. Getoond: een deel.",
    });
  }
  return attempts;
}

/**
 * A word in its forms, with completions and synonyms, or else what it may have been meant to be: one word, or several.
 * @type {(words: Word[], place: number, isTyping: boolean, lexicon: Lexicon) => Promise<Meaning[]>}
 */
async function mean(words, place, isTyping, lexicon) {
  const word = /** @type {Word} */ (words[place]);
  const terms = words.map(({ term }) => term);
  const isLast = isTyping && !words[place + 1] && word.term[2];
  const [first, completions, others] = await Promise.all([
    known([...variants(word.text), ...compounds(words, place)], lexicon),
    isLast ? lexicon.complete(word.term, COMPLETIONS) : [],
    findAlike(terms, place, lexicon),
  ]);
  const found = first.size ? first : await known(variants(word.term).map(([form, weight]) => [participle(form), weight]), lexicon);
  const completed = await known(completions.map((term) => [term, COMPLETION]), lexicon);
  const scale = found.size ? SYNONYM : 1;
  for (const [term, value] of completed) if (!found.has(term)) found.set(term, value);
  const meaning = join({ ...word, found }, others, scale);
  const [[best = "", [weight = 0]] = ["", []]] = [...meaning.found].sort(([, [one]], [, [other]]) => other - one);
  if (completions[0] || weight >= FORM) return [meaning];
  const guesses = weight >= PART ? [] : await guess(word.term, lexicon);
  const isRelated = weight >= RELATED && squeeze(guesses[0] ?? "") !== squeeze(word.term);
  if (best && (isRelated || !guesses[0])) return [{ ...meaning, term: best }];
  return Promise.all(
    guesses.map(async (term) => {
      const [found, others] = await Promise.all([known(variants(term, PART), lexicon), findAlike([term], 0, lexicon)]);
      return join({ ...word, term, found }, others, SYNONYM * PART);
    }),
  );
}

/** @type {(word: string, lexicon: Lexicon) => Promise<string[]>} a typing error, parts of a compound, or its first part */
async function guess(word, lexicon) {
  const isLong = word.length >= LONG;
  let start = "";
  let best = isLong ? await nearest(word, 1, lexicon) : [];
  for (let end = word.length - 3; end > 2 && !best[0]; end -= 1) {
    const parts = [word.slice(0, end), word.slice(end)];
    const found = await Promise.all(parts.map((part) => known(variants(part), lexicon)));
    if (found.every(({ size }) => size)) best = parts;
    else if (found[0]?.size && end > 4) start ||= parts[0] ?? "";
  }
  return best[0] ? best : start ? [start] : word[3] ? nearest(word, isLong ? 2 : 1, lexicon) : [];
}

/** @param {string} word @param {number} distance @param {Lexicon} lexicon */
async function nearest(word, distance, lexicon) {
  const near = await lexicon.near(word, distance);
  const best = near.find((term) => term[0] === word[0]) ?? near[0];
  return best ? [best] : [];
}

/** @param {Candidate[]} candidates @param {Lexicon} lexicon @returns {Promise<Found>} those that the index has */
async function known(candidates, lexicon) {
  const counts = await Promise.all(candidates.map(([term]) => lexicon.documentFrequency(term)));
  /** @type {Found} */
  const found = new Map();
  candidates.forEach(([term, weight], place) => {
    const count = counts[place];
    if (count && !found.has(term)) found.set(term, [weight, count]);
  });
  return found;
}

/** @param {string[]} terms @param {number} place @param {Lexicon} lexicon @returns {Promise<Alike[]>} */
function findAlike(terms, place, lexicon) {
  const typed = terms.slice(place, place + 4).map((term) => new Map(variants(term)));
  const isTyped = (/** @type {string[]} */ phrase) => phrase.every((term, step) => (typed[step]?.get(term) ?? 0) > PART);
  const groups = manifestOf(lexicon).synonyms.map((group) => group.map((phrase) => phrase.split(" ")));
  const alike = groups.filter((group) => group.some(isTyped)).flat();
  return Promise.all(
    alike.map(async (phrase) => ({
      phrase,
      found: await known(phrase[1] ? phrase.map((term) => [term, 1 / phrase.length]) : variants(phrase[0] ?? ""), lexicon),
    })),
  );
}

/** @type {(word: Known, others: Alike[], scale: number) => Meaning} with what the synonyms say */
function join(word, others, scale) {
  const found = new Map(word.found);
  const means = new Set(found.keys());
  // A term stands for the word by itself, the terms of a phrase do together.
  for (const { phrase, found: terms } of others) {
    if (phrase[1] && phrase.some((term) => !terms.has(term))) continue;
    for (const meant of phrase[1] ? [phrase.join(" ")] : terms.keys()) means.add(meant);
    for (const [term, [weight, count]] of terms) if (!found.has(term)) found.set(term, [weight * scale, count]);
  }
  return { ...word, found, means: [...means] };
}

/** @type {(word: string) => string} with one letter where there are two of the same */
function squeeze(word) {
  return word.replace(/(.)\1/g, "$1");
}

/** @type {(words: Word[], place: number) => Candidate[]} with its neighbours: energie armoede, leer werk traject */
function compounds(words, place) {
  /** @type {Candidate[]} */
  const found = [];
  for (const size of [2, 3]) {
    for (let start = place - size + 1; start <= place; start += 1) {
      const run = words.slice(Math.max(0, start), start + size);
      if (run.length < size || run.some(({ sign, at }, step) => sign || at !== (run[0]?.at ?? 0) + step)) continue;
      const [joined = "", linked = ""] = ["", "s"].map((link) => run.map(({ term }) => term).join(link));
      found.push(...variants(joined), [linked, 1]);
    }
  }
  return found;
}

/** @type {(meanings: Known[], size: number) => Clause[]} a rare word says more than a common one */
function weigh(meanings, size) {
  /** @type {Map<string, Clause>} */
  const clauses = new Map();
  for (const { sign, found } of meanings) {
    const counts = [...found.values()].map(([weight, count], rank) => (!rank || weight >= PART ? count : 0));
    const rarity = Math.log(1 + size / Math.max(...counts));
    [...found].forEach(([term, [weight]], rank) => {
      if (sign === "-" && weight < PART) return;
      const presence = sign === "-" ? PROHIBITED : sign && !rank ? REQUIRED : OPTIONAL;
      const boost = weight * rarity + (clauses.get(term)?.boost ?? 0);
      clauses.set(term, { term, boost, presence, usePipeline: false });
    });
  }
  return [...clauses.values()];
}
