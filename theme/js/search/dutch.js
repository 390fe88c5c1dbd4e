/**
 * From what a reader types to clauses of a Lunr query. Other forms, compounds, parts, synonyms and typing errors become
 * terms of less weight: exact stands above form, form above part, part above synonym, synonym above guess.
 */

import { cut, pieces, withoutStopWords } from "./analysis.js";
import { manifestOf } from "./hits.js";
import { inflections, participle } from "./inflection.js";
import { lookUp } from "./listed.js";
import { findNames, listNames } from "./names.js";
import { mend } from "./repair.js";

/**
 * @import { Engine } from "../lunr-shards/engine.js"
 * @import { Phrase } from "./coverage.js"
 * @import { Name } from "./names.js"
 *
 * @typedef {Pick<Engine, "manifest" | "documentFrequency" | "complete" | "beginning" | "terms" | "listed">} Lexicon what a query asks of the index
 *
 * @typedef {{ term: string, boost: number, presence: number, usePipeline: false }} Clause
 *
 * @typedef {object} Attempt
 * @property {Clause[]} clauses the query
 * @property {Phrase[][]} words what stands for each word that counts
 * @property {Phrase[][]} besides and for each filler, that does for the order alone
 * @property {boolean} isPart whether words that must be there need not be
 *
 * @typedef {{ typed: string, meant: string, isStart?: boolean }} Mended what was typed with an error, as it stands in the query; or what a longer word begins with
 *
 * @typedef {object} Reading how a query is understood
 * @property {Attempt[]} attempts in order; the first that finds something is shown
 * @property {Mended[]} mended
 * @property {string[]} unknown words that no entry has, and that are left out
 * @property {string[]} fillers words that say little of what is asked, and that no entry is found by
 * @property {Name[]} names
 *
 * @typedef {{ text: string, term: string, sign: string, isExact: boolean, isFiller: boolean, at: number }} Word one word as typed, and as one term; its place
 * @typedef {readonly [term: string, weight: number]} Candidate
 * @typedef {Map<string, readonly [weight: number, count: number]>} Found terms that mean a word: how close, in how many documents
 * @typedef {{ sign: string, found: Found, phrases: Phrase[], isFiller?: boolean }} Meaning the terms for a word, and what stands for it by itself
 * @typedef {Meaning & { best: number, isBegun: boolean }} Own what the index has of a word as typed: how close, and whether terms begin so
 * @typedef {{ phrase: string[], found: Found }} Alike a phrase of the synonyms, and its terms that the index has
 */

const FORM = 0.8;
const PIECE = 0.6;
const PART = 0.5;
const SYNONYM = 0.2;
const FILLER = 0.2;
const COMPLETION = 0.25;
const COMPLETIONS = 5;

/** More letters are no question but a text; what follows is left out. */
const LONGEST = 200;

/** From how many letters on a piece of a word is a part of a compound; less at its end, after a long part; and the one known part of it. */
const SHORTEST_PART = 4;
const SHORTEST_END = 3;
const LONG_PART = 6;
const SHORTEST_START = 6;

/** The fields in which the words of a name stand together. */
const FIELDS_OF_NAMES = ["partners", "titel"];

const OPTIONAL = 1;
const REQUIRED = 2;
const PROHIBITED = 3;

/** @type {(text: string, manifest: Pick<ReturnType<typeof manifestOf>, "stopWords" | "fillerWords">) => Word[]} fillers only beside other words */
function read(text, { stopWords, fillerWords }) {
  let at = 0;
  // A leading + or - is a sign; words between quotes must all be there, as they are.
  const words = [...text.replace(/[“”„]/g, '"').matchAll(/([+-]?)(?:"([^"]*)"?|(\S+))/g)].flatMap(([, sign, quoted, bare]) =>
    cut(quoted ?? bare ?? "").map((word) => ({
      text: word,
      term: /** @type {string} */ (pieces(word).at(-1)),
      sign: sign || (quoted ? "+" : ""),
      isExact: quoted !== undefined,
      isFiller: false,
      at: at++,
    })),
  );
  const kept = withoutStopWords(words.map(({ term }) => term), stopWords);
  const left = words.filter(({ term }) => kept.includes(term));
  const fillers = left.filter(({ term, sign, isExact }) => !sign && !isExact && fillerWords.includes(term));
  if (fillers.length < left.length) for (const word of fillers) word.isFiller = true;
  return left;
}

/** @type {(word: string, scale?: number) => Candidate[]} itself, its pieces, other forms */
function variants(word, scale = 1) {
  const [whole = "", ...rest] = pieces(word).reverse();
  const found = new Map([[whole, 1], .../** @type {Candidate[]} */ (rest.map((term) => [term, PIECE])), ...inflections(whole)]);
  return [...found].map(([term, weight]) => [term, weight * scale]);
}

/** @param {string} text @param {Lexicon} lexicon @returns {Promise<Reading>} */
export async function buildQuery(text, lexicon) {
  const words = read(text.slice(0, LONGEST), manifestOf(lexicon));
  const isTyping = /[\p{L}\p{N}]$/u.test(text);
  const [direct, all] = await Promise.all([Promise.all(words.map((_, place) => mean(words, place, isTyping, lexicon))), listNames(words, lexicon)]);
  const names = findNames(words, direct.map(({ best }, place) => best > 0 || words[place]?.isExact === true), all);
  const mended = /** @type {Mended[]} */ ([]);
  const unknown = /** @type {string[]} */ ([]);
  const fillers = /** @type {string[]} */ ([]);
  const meanings = /** @type {Meaning[]} */ ([]);
  for (let place = 0; place < words.length; place += 1) {
    const word = /** @type {Word} */ (words[place]);
    const name = names.find(({ facet, terms, from }) => facet !== "thema" && from === place && terms[1] && terms.length <= words.length - from);
    if (name && !word.sign) {
      const typed = words.slice(place, place + name.terms.length).map(({ text }) => text);
      if (name.isMended) mended.push({ typed: typed.join(" "), meant: name.label });
      meanings.push(await meanName(name, lexicon));
      place += name.terms.length - 1;
      continue;
    }
    const own = /** @type {Own} */ (direct[place]);
    if (word.isFiller) {
      fillers.push(word.text);
      if (own.found.size) meanings.push({ ...own, isFiller: true, found: new Map([...own.found].map(([term, [weight, count]]) => [term, [weight * FILLER, count]])) });
      continue;
    }
    const guessed = own.best >= FORM || own.isBegun || word.isExact ? undefined : await guess(word, own.best > 0, lexicon);
    if (guessed) meanings.push(...guessed.meanings);
    else if (own.found.size) meanings.push(own);
    else if (word.sign !== "-") unknown.push(word.text);
    if (guessed?.meant) mended.push({ typed: word.text, meant: guessed.meant, isStart: guessed.isStart });
  }
  const clauses = weigh(meanings, lexicon.manifest.documents);
  const phrasesOf = (/** @type {Meaning[]} */ some) => some.filter(({ sign }) => sign !== "-").map(({ phrases }) => phrases);
  const asked = { words: phrasesOf(meanings.filter(({ isFiller }) => !isFiller)), besides: phrasesOf(meanings.filter(({ isFiller }) => isFiller)) };
  const attempts = clauses[0] && (asked.words[0] || !asked.besides[0]) ? [{ ...asked, clauses, isPart: false }] : [];
  if (attempts[0] && clauses.some(({ presence }) => presence === REQUIRED)) {
    const loose = clauses.map((clause) => ({ ...clause, presence: clause.presence === REQUIRED ? OPTIONAL : clause.presence }));
    attempts.push({ ...asked, clauses: loose, isPart: true });
  }
  return { attempts, mended, unknown, fillers, names };
}

/** @type {(name: Name, lexicon: Lexicon) => Promise<Meaning>} all words of it together, where names stand */
async function meanName({ terms }, lexicon) {
  const fields = FIELDS_OF_NAMES.map((field) => lexicon.manifest.fields.indexOf(field));
  return { sign: "", found: await known(terms.map((term) => [term, 1]), lexicon), phrases: [{ terms, fields, isOwn: true }] };
}

/**
 * A word in its forms, with completions and synonyms; of one that must be as it is only itself.
 * @type {(words: Word[], place: number, isTyping: boolean, lexicon: Lexicon) => Promise<Own>}
 */
async function mean(words, place, isTyping, lexicon) {
  const word = /** @type {Word} */ (words[place]);
  if (word.isExact) {
    const found = await known([[word.term, 1]], lexicon);
    return { ...join(word.sign, found, [], 1), best: found.size, isBegun: false };
  }
  const terms = words.map(({ term }) => term);
  const isLast = isTyping && !words[place + 1] && word.term[2];
  const [first, completions, others] = await Promise.all([
    known([...variants(word.text), ...compounds(words, place)], lexicon),
    isLast ? lexicon.complete(word.term, COMPLETIONS) : [],
    findAlike(terms, place, lexicon),
  ]);
  const found = first.size && !word.term.endsWith("en") ? first : new Map([...first, ...(await known(variants(word.term).map(([form, weight]) => [participle(form), weight]), lexicon))]);
  const completed = await known(completions.map((term) => [term, COMPLETION]), lexicon);
  const scale = found.size ? SYNONYM : 1;
  const direct = new Map([...found, ...[...completed].filter(([term]) => !found.has(term))]);
  const meaning = join(word.sign, direct, others, scale, found);
  const weights = [...meaning.found].map(([term, [weight]]) => (completed.has(term) && !found.has(term) ? 0 : weight));
  return { ...meaning, best: Math.max(0, ...weights), isBegun: completed.size > 0 };
}

/**
 * What a word is that no entry has: a slip of the pen; two known parts, unless related words are known; a typing error; or its first part.
 * @type {(word: Word, isRelated: boolean, lexicon: Lexicon) => Promise<{ meanings: Meaning[], meant?: string, isStart?: boolean } | undefined>}
 */
async function guess({ term, sign }, isRelated, lexicon) {
  // In the dictionary a verb or adjective in -e stands as it is; what is left of another word with it is none.
  const forms = term.endsWith("e") ? [term] : inflected(term).map(([form]) => form);
  const isWord = async () => (await isListed("word", forms, lexicon)) || isListed("name", forms, lexicon);
  const isWhole = isRelated || /\P{L}/u.test(term) || (await isListed("name", [term], lexicon));
  const slip = isWhole ? undefined : await mend(term, lexicon, isWord, true);
  const { parts, start } = isWhole || slip ? { parts: [], start: "" } : await cutInTwo(term, lexicon);
  if (parts[0]) return { meanings: parts.map(({ found, others }) => join(sign, found, others, SYNONYM * PART)) };
  const meant = slip ?? (await mend(term, lexicon, isWord)) ?? start;
  if (!meant) return undefined;
  const { found, others } = await look(meant, lexicon);
  return { meanings: [join(sign, found, others, SYNONYM * PART)], meant, isStart: meant === start };
}

/** @typedef {{ found: Found, others: Alike[], isKnown: boolean }} Look what the index and the synonyms have of a guess */

/** @type {(term: string, lexicon: Lexicon) => Promise<Look>} */
async function look(term, lexicon) {
  const [found, others] = await Promise.all([known(variants(term, PART), lexicon), findAlike([term], 0, lexicon)]);
  const isKnown = [...found.values()].some(([weight]) => weight >= FORM * PART) || others.some((other) => other.found.size > 0);
  return { found, others, isKnown };
}

/** @type {(term: string, lexicon: Lexicon) => Promise<{ parts: Look[], start: string }>} two known parts with the longest first, or else the longest known beginning */
async function cutInTwo(term, lexicon) {
  let start = "";
  for (let end = term.length - SHORTEST_END; end >= SHORTEST_PART; end -= 1) {
    const piece = term.slice(0, end);
    const first = await look(piece, lexicon);
    const rest = inflected(term.slice(end)).map(([form]) => form);
    if (!start && first.found.has(piece) && end >= SHORTEST_START && rest[0]?.[5] && (await isListed("word", rest, lexicon))) start = piece;
    if (!first.isKnown || (end > term.length - SHORTEST_PART && end < LONG_PART)) continue;
    const last = await look(term.slice(end), lexicon);
    if (last.isKnown) return { parts: [first, last], start: "" };
  }
  return { parts: [], start };
}

/** @type {(word: string) => Candidate[]} itself and what only inflects it */
function inflected(word) {
  return variants(word).filter(([, weight]) => weight >= FORM);
}

/** @type {(list: "word" | "name", forms: string[], lexicon: Lexicon) => Promise<boolean>} whether the dictionary has one of them */
async function isListed(list, forms, lexicon) {
  const start = forms[0]?.slice(0, 3) ?? "";
  const rests = (await lexicon.listed(list, start))?.split(" ") ?? [];
  return forms.some((form) => form.startsWith(start) && rests.includes(form.slice(3)));
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
async function findAlike(terms, place, lexicon) {
  const typed = terms.slice(place, place + 4).map((term) => new Map(variants(term)));
  const isTyped = (/** @type {string[]} */ phrase) => phrase.every((term, step) => (typed[step]?.get(term) ?? 0) > PART);
  const near = [...(typed[0] ?? [])].flatMap(([form, weight]) => (weight > PART ? [form] : []));
  const groups = (await lookUp(near, lexicon)).groups.map((group) => group.split(",").map((phrase) => phrase.split(" ")));
  const alike = groups.filter((group) => group.some(isTyped)).flat();
  return Promise.all(
    alike.map(async (phrase) => ({
      phrase,
      found: await known(phrase[1] ? phrase.map((term) => [term, 1 / phrase.length]) : variants(phrase[0] ?? ""), lexicon),
    })),
  );
}

/** @type {(sign: string, direct: Found, others: Alike[], scale: number, own?: Found) => Meaning} with what the synonyms say, which is as good as what is not `own` */
function join(sign, direct, others, scale, own = direct) {
  const found = new Map(direct);
  const phrases = new Map([...found.keys()].map((term) => /** @type {[string, Phrase]} */ ([term, { terms: [term], isOwn: own.has(term) }])));
  // A term stands for the word by itself, the terms of a phrase do together.
  for (const { phrase, found: terms } of others) {
    if (phrase[1] && phrase.some((term) => !terms.has(term))) continue;
    for (const meant of phrase[1] ? [phrase] : [...terms.keys()].map((term) => [term])) phrases.set(meant.join(" "), { terms: meant });
    for (const [term, [weight, count]] of terms) if (!found.has(term)) found.set(term, [weight * scale, count]);
  }
  return { sign, found, phrases: [...phrases.values()] };
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

/** @type {(meanings: Meaning[], size: number) => Clause[]} a rare word says more than a common one */
function weigh(meanings, size) {
  /** @type {Map<string, Clause>} */
  const clauses = new Map();
  for (const { sign, found } of meanings) {
    const counts = [...found.values()].map(([weight, count], rank) => (!rank || weight >= PART ? count : 0));
    const rarity = Math.log(1 + size / Math.max(...counts));
    [...found].forEach(([term, [weight]], rank) => {
      if (sign === "-" && weight < PART) return;
      const presence = sign === "-" ? PROHIBITED : sign && !rank ? REQUIRED : OPTIONAL;
      const boost = weight * Math.sqrt(rarity) + (clauses.get(term)?.boost ?? 0);
      clauses.set(term, { term, boost, presence, usePipeline: false });
    });
  }
  return [...clauses.values()];
}
