/**
 * Turn what a reader types into clauses of a Lunr query. Inflections, compounds, parts of compounds, synonyms and corrected typing
 * errors become terms of less weight: an exact match ranks above a form, a form above a part, a part above a synonym, a synonym above a guess.
 */

import { cut, pieces, withoutStopWords } from "./analysis.js";
import { manifestOf } from "./hits.js";
import { inflections, participle } from "./inflection.js";
import { lookUp } from "./listed.js";
import { findNames, listNames } from "./names.js";
import { correctWord } from "./spelling.js";

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
 * @property {Phrase[][]} words the phrases that match each word
 * @property {Phrase[][]} fillerPhrases those that match each filler word, which only affect the order
 * @property {boolean} isPart whether required words are treated as optional
 *
 * @typedef {{ typed: string, meant: string, isStart?: boolean }} Correction a typing error as it stands in the query; with `isStart`, an unknown word of which only the first part is searched for
 *
 * @typedef {object} Interpretation of a query
 * @property {Attempt[]} attempts in order; the first that finds something is shown
 * @property {Correction[]} corrections
 * @property {{ typed: string, parts: string[] }[]} splits words that no entry has, and the known parts that are searched for
 * @property {string[]} unknown words that no entry has, and that are left out
 * @property {string[]} fillers words such as "werkt" that say little about the subject; no entry is found by them alone
 * @property {Name[]} names
 *
 * @typedef {{ text: string, term: string, sign: string, isExact: boolean, isFiller: boolean, at: number }} Word one word as typed, and as one term; its place
 * @typedef {readonly [term: string, weight: number]} Candidate
 * @typedef {Map<string, readonly [weight: number, count: number]>} WeightedTerms terms that match a word: how closely, and in how many documents
 * @typedef {{ sign: string, found: WeightedTerms, phrases: Phrase[], isFiller?: boolean }} WordMatch the terms for a word, and the phrases that match it
 * @typedef {WordMatch & { best: number, isPrefix: boolean }} DirectMatch how a word matches as it was typed: how closely, and whether it is the beginning of terms
 * @typedef {{ phrase: string[], found: WeightedTerms }} SynonymMatch a synonym, and its terms that the index has
 */

const FORM = 0.8;
const PIECE = 0.6;
const PART = 0.5;
const SYNONYM = 0.2;
const FILLER = 0.2;
const COMPLETION = 0.25;
const COMPLETIONS = 5;

/** A longer text is no query; the rest is ignored. */
const LONGEST = 200;

/** The shortest part of a compound; at its end, after a long first part; and when it is the only known part. */
const SHORTEST_PART = 4;
const SHORTEST_END = 3;
const LONG_PART = 6;
const SHORTEST_START = 6;

/** The fields that hold names. */
const FIELDS_OF_NAMES = ["partners", "titel"];

const OPTIONAL = 1;
const REQUIRED = 2;
const PROHIBITED = 3;

/** @type {(text: string, manifest: Pick<ReturnType<typeof manifestOf>, "stopWords" | "fillerWords">) => Word[]} words are fillers only beside other words */
function tokenize(text, { stopWords, fillerWords }) {
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

/** @type {(word: string, scale?: number) => Candidate[]} the word, its hyphenated parts and its inflections */
function variants(word, scale = 1) {
  const [whole = "", ...rest] = pieces(word).reverse();
  const found = new Map([[whole, 1], .../** @type {Candidate[]} */ (rest.map((term) => [term, PIECE])), ...inflections(whole)]);
  return [...found].map(([term, weight]) => [term, weight * scale]);
}

/** @param {string} text @param {Lexicon} lexicon @returns {Promise<Interpretation>} */
export async function buildQuery(text, lexicon) {
  const words = tokenize(text.slice(0, LONGEST), manifestOf(lexicon));
  const isTyping = /[\p{L}\p{N}]$/u.test(text);
  const [direct, all] = await Promise.all([Promise.all(words.map((_, place) => matchWord(words, place, isTyping, lexicon))), listNames(words, lexicon)]);
  const names = findNames(words, direct.map(({ best }, place) => best > 0 || words[place]?.isExact === true), all);
  const corrections = /** @type {Correction[]} */ ([]);
  const splits = /** @type {Interpretation["splits"]} */ ([]);
  const unknown = /** @type {string[]} */ ([]);
  const fillers = /** @type {string[]} */ ([]);
  const matches = /** @type {WordMatch[]} */ ([]);
  for (let place = 0; place < words.length; place += 1) {
    const word = /** @type {Word} */ (words[place]);
    const name = names.find(({ facet, terms, from }) => facet !== "thema" && from === place && terms[1] && terms.length <= words.length - from);
    if (name && !word.sign) {
      const typed = words.slice(place, place + name.terms.length).map(({ text }) => text);
      if (name.isCorrected) corrections.push({ typed: typed.join(" "), meant: name.label });
      matches.push(await matchName(name, lexicon));
      place += name.terms.length - 1;
      continue;
    }
    const own = /** @type {DirectMatch} */ (direct[place]);
    if (word.isFiller) {
      fillers.push(word.text);
      if (own.found.size) matches.push({ ...own, isFiller: true, found: new Map([...own.found].map(([term, [weight, count]]) => [term, [weight * FILLER, count]])) });
      continue;
    }
    const guessed = own.best >= FORM || own.isPrefix || word.isExact ? undefined : await guess(word, own.best > 0, lexicon);
    if (guessed) matches.push(...guessed.matches);
    else if (own.found.size) matches.push(own);
    else if (word.sign !== "-") unknown.push(word.text);
    if (guessed?.parts) splits.push({ typed: word.text, parts: guessed.parts });
    if (guessed?.meant) corrections.push({ typed: word.text, meant: guessed.meant, isStart: guessed.isStart });
  }
  const clauses = makeClauses(matches, lexicon.manifest.documents);
  const phrasesOf = (/** @type {WordMatch[]} */ some) => some.filter(({ sign }) => sign !== "-").map(({ phrases }) => phrases);
  const asked = { words: phrasesOf(matches.filter(({ isFiller }) => !isFiller)), fillerPhrases: phrasesOf(matches.filter(({ isFiller }) => isFiller)) };
  const attempts = clauses[0] && (asked.words[0] || !asked.fillerPhrases[0]) ? [{ ...asked, clauses, isPart: false }] : [];
  if (attempts[0] && clauses.some(({ presence }) => presence === REQUIRED)) {
    const loose = clauses.map((clause) => ({ ...clause, presence: clause.presence === REQUIRED ? OPTIONAL : clause.presence }));
    attempts.push({ ...asked, clauses: loose, isPart: true });
  }
  return { attempts, corrections, splits, unknown, fillers, names };
}

/** @type {(name: Name, lexicon: Lexicon) => Promise<WordMatch>} all its words together, in the fields that hold names */
async function matchName({ terms }, lexicon) {
  const fields = FIELDS_OF_NAMES.map((field) => lexicon.manifest.fields.indexOf(field));
  return { sign: "", found: await findKnown(terms.map((term) => [term, 1]), lexicon), phrases: [{ terms, fields, isOwn: true }] };
}

/**
 * Match a word by its forms, completions and synonyms; an exact word only by itself.
 * @type {(words: Word[], place: number, isTyping: boolean, lexicon: Lexicon) => Promise<DirectMatch>}
 */
async function matchWord(words, place, isTyping, lexicon) {
  const word = /** @type {Word} */ (words[place]);
  if (word.isExact) {
    const found = await findKnown([[word.term, 1]], lexicon);
    return { ...combine(word.sign, found, [], 1), best: found.size, isPrefix: false };
  }
  const terms = words.map(({ term }) => term);
  const isLast = isTyping && !words[place + 1] && word.term[2];
  const [first, completions, others] = await Promise.all([
    findKnown([...variants(word.text), ...joinNeighbours(words, place)], lexicon),
    isLast ? lexicon.complete(word.term, COMPLETIONS) : [],
    findSynonyms(terms, place, lexicon),
  ]);
  const found = first.size && !word.term.endsWith("en") ? first : new Map([...first, ...(await findKnown(variants(word.term).map(([form, weight]) => [participle(form), weight]), lexicon))]);
  const completed = await findKnown(completions.map((term) => [term, COMPLETION]), lexicon);
  const scale = found.size ? SYNONYM : 1;
  const direct = new Map([...found, ...[...completed].filter(([term]) => !found.has(term))]);
  const match = combine(word.sign, direct, others, scale, found);
  const weights = [...match.found].map(([term, [weight]]) => (completed.has(term) && !found.has(term) ? 0 : weight));
  return { ...match, best: Math.max(0, ...weights), isPrefix: completed.size > 0 };
}

/**
 * Guess an unknown word: one with a sure typing error, two known parts of a compound (unless synonyms are known), a likely typing error, or its first part.
 * @type {(word: Word, isRelated: boolean, lexicon: Lexicon) => Promise<{ matches: WordMatch[], parts?: string[], meant?: string, isStart?: boolean } | undefined>}
 */
async function guess({ term, sign }, isRelated, lexicon) {
  // The dictionary lists verbs and adjectives in -e as they are; stripping the -e of another word leaves no word.
  const forms = term.endsWith("e") ? [term] : inflected(term).map(([form]) => form);
  const isWord = async () => (await isListed("word", forms, lexicon)) || isListed("name", forms, lexicon);
  const isWhole = isRelated || /\P{L}/u.test(term) || (await isListed("name", [term], lexicon));
  const slip = isWhole ? undefined : await correctWord(term, lexicon, isWord, true);
  const { parts, start } = isWhole || slip ? { parts: [], start: "" } : await splitCompound(term, lexicon);
  if (parts[0]) return { matches: parts.map(({ found, others }) => combine(sign, found, others, SYNONYM * PART)), parts: parts.map(({ text }) => text) };
  const meant = slip ?? (await correctWord(term, lexicon, isWord)) ?? start;
  if (!meant) return undefined;
  const { found, others } = await lookUpGuess(meant, lexicon);
  return { matches: [combine(sign, found, others, SYNONYM * PART)], meant, isStart: meant === start };
}

/** @typedef {{ found: WeightedTerms, others: SynonymMatch[], isKnown: boolean }} GuessMatch how a guess matches the index and the synonyms */

/** @type {(term: string, lexicon: Lexicon) => Promise<GuessMatch>} */
async function lookUpGuess(term, lexicon) {
  const [found, others] = await Promise.all([findKnown(variants(term, PART), lexicon), findSynonyms([term], 0, lexicon)]);
  const isKnown = [...found.values()].some(([weight]) => weight >= FORM * PART) || others.some((other) => other.found.size > 0);
  return { found, others, isKnown };
}

/** @type {(term: string, lexicon: Lexicon) => Promise<{ parts: (GuessMatch & { text: string })[], start: string }>} two known parts, the first as long as possible; or else the longest known beginning */
async function splitCompound(term, lexicon) {
  let start = "";
  for (let end = term.length - SHORTEST_END; end >= SHORTEST_PART; end -= 1) {
    const piece = term.slice(0, end);
    const first = await lookUpGuess(piece, lexicon);
    const rest = inflected(term.slice(end)).map(([form]) => form);
    if (!start && first.found.has(piece) && end >= SHORTEST_START && rest[0]?.[5] && (await isListed("word", rest, lexicon))) start = piece;
    if (!first.isKnown || (end > term.length - SHORTEST_PART && end < LONG_PART)) continue;
    const last = await lookUpGuess(term.slice(end), lexicon);
    const isLinked = piece.endsWith("s") && !first.found.has(piece) && first.found.has(piece.slice(0, -1)); // the s between two words
    if (last.isKnown) return { parts: [{ ...first, text: isLinked ? piece.slice(0, -1) : piece }, { ...last, text: term.slice(end) }], start: "" };
  }
  return { parts: [], start };
}

/** @type {(word: string) => Candidate[]} the word and its inflections, without derived words */
function inflected(word) {
  return variants(word).filter(([, weight]) => weight >= FORM);
}

/** @type {(list: "word" | "name", forms: string[], lexicon: Lexicon) => Promise<boolean>} whether the dictionary has one of them */
async function isListed(list, forms, lexicon) {
  const start = forms[0]?.slice(0, 3) ?? "";
  const rests = (await lexicon.listed(list, start))?.split(" ") ?? [];
  return forms.some((form) => form.startsWith(start) && rests.includes(form.slice(3)));
}

/** @param {Candidate[]} candidates @param {Lexicon} lexicon @returns {Promise<WeightedTerms>} those that the index has */
async function findKnown(candidates, lexicon) {
  const counts = await Promise.all(candidates.map(([term]) => lexicon.documentFrequency(term)));
  /** @type {WeightedTerms} */
  const found = new Map();
  candidates.forEach(([term, weight], place) => {
    const count = counts[place];
    if (count && !found.has(term)) found.set(term, [weight, count]);
  });
  return found;
}

/** @param {string[]} terms @param {number} place @param {Lexicon} lexicon @returns {Promise<SynonymMatch[]>} */
async function findSynonyms(terms, place, lexicon) {
  const typed = terms.slice(place, place + 4).map((term) => new Map(variants(term)));
  const isTyped = (/** @type {string[]} */ phrase) => phrase.every((term, step) => (typed[step]?.get(term) ?? 0) > PART);
  const near = [...(typed[0] ?? [])].flatMap(([form, weight]) => (weight > PART ? [form] : []));
  const groups = (await lookUp(near, lexicon)).groups.map((group) => group.split(",").map((phrase) => phrase.split(" ")));
  const alike = groups.filter((group) => group.some(isTyped)).flat();
  return Promise.all(
    alike.map(async (phrase) => ({
      phrase,
      found: await findKnown(phrase[1] ? phrase.map((term) => [term, 1 / phrase.length]) : variants(phrase[0] ?? ""), lexicon),
    })),
  );
}

/** @type {(sign: string, direct: WeightedTerms, others: SynonymMatch[], scale: number, own?: WeightedTerms) => WordMatch} direct matches and synonyms; terms that are not `own` count as synonyms */
function combine(sign, direct, others, scale, own = direct) {
  const found = new Map(direct);
  const phrases = new Map([...found.keys()].map((term) => /** @type {[string, Phrase]} */ ([term, { terms: [term], isOwn: own.has(term) }])));
  // A term matches the word by itself, the terms of a phrase only together.
  for (const { phrase, found: terms } of others) {
    if (phrase[1] && phrase.some((term) => !terms.has(term))) continue;
    for (const meant of phrase[1] ? [phrase] : [...terms.keys()].map((term) => [term])) if (!own.has(meant.join(" "))) phrases.set(meant.join(" "), { terms: meant });
    for (const [term, [weight, count]] of terms) if (!found.has(term)) found.set(term, [weight * scale, count]);
  }
  return { sign, found, phrases: [...phrases.values()] };
}

/** @type {(words: Word[], place: number) => Candidate[]} compounds of a word and its neighbours: energie armoede, leer werk traject */
function joinNeighbours(words, place) {
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

/** @type {(matches: WordMatch[], size: number) => Clause[]} rare words weigh more than common ones */
function makeClauses(matches, size) {
  /** @type {Map<string, Clause>} */
  const clauses = new Map();
  for (const { sign, found } of matches) {
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
