/** Random queries of every kind that Lunr has, from the terms of an index; the same for the same seed. */
import lunr from "lunr";

const { REQUIRED, PROHIBITED } = lunr.Query.presence;
const { LEADING, TRAILING } = lunr.Query.wildcard;
const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/**
 * @param {number} seed
 * @returns {() => number} numbers from 0 to 1 (mulberry32)
 */
function randomNumbers(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let bits = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Make queries: text in Lunr's own syntax, or a list of clauses.
 *
 * @param {{ terms: string[], fields: string[], documents: string[][] }} index its terms, and those of each document
 * @param {number} count
 * @param {number} seed
 * @returns {{ kind: string, query: string | object[] }[]} each kind about as often
 */
export function randomQueries({ terms, fields, documents }, count, seed) {
  const random = randomNumbers(seed);
  const number = (most) => Math.floor(random() * most);
  const pick = (items) => items[number(items.length)];
  const chance = (part) => random() < part;
  let document = documents[0];
  /** A term, more often than not of the document that the query is about. */
  const word = (shortest = 1) => {
    for (;;) {
      const found = pick(chance(0.6) ? document : terms);
      if (found.length >= shortest) return found;
    }
  };
  const typo = (text) => {
    const at = number(text.length);
    const [start, end] = [text.slice(0, at), text.slice(at)];
    const edits = [
      () => start + end.slice(1),
      () => start + pick(LETTERS) + end,
      () => start + pick(LETTERS) + end.slice(1),
      () => start + (end[1] ?? "") + (end[0] ?? "") + end.slice(2),
    ];
    return pick(edits)() || text;
  };
  const start = () => ((text) => text.slice(0, 1 + number(text.length)))(word(2));
  const end = () => ((text) => text.slice(number(text.length - 1) + 1))(word(3));
  const cut = () => ((text) => [text.slice(0, 1 + number(3)), text.slice(-1 - number(3))])(word(7));
  const some = (make) => Array.from({ length: 1 + number(3) }, make).join(" ");
  const loose = () => pick([word, word, () => `${start()}*`, () => `${typo(word(4))}~1`, unknown])();
  const unknown = () => `zqx${word()}`;
  const clause = () => {
    const made = { term: pick([word, word, word, start, () => typo(word(4)), unknown, () => `${start()}*${end()}`])() };
    if (chance(0.3)) made.fields = fields.filter(() => chance(0.4));
    if (chance(0.6)) made.boost = pick([0, 0.001, 0.07, 0.5, 0.9, 1.7, 3, 10, 12.34]);
    if (chance(0.2)) made.wildcard = pick([LEADING, TRAILING, LEADING | TRAILING]);
    if (chance(0.15)) made.editDistance = number(3);
    if (chance(0.15)) made.presence = REQUIRED;
    else if (chance(0.1)) made.presence = PROHIBITED;
    return made;
  };
  const kinds = {
    "a term": word,
    "several terms": () => `${word()} ${word()} ${some(word)}`,
    "a term twice": () => ((text) => `${text} ${some(word)} ${text}^2`)(word()),
    "in a field": () => `${pick(fields)}:${word()} ${pick(fields)}:${word()}`,
    "in a field and elsewhere": () => `${pick(fields)}:${word()} ${some(word)}`,
    boost: () => `${word()}^${1 + number(20)} ${word()}`,
    required: () => `+${word()} ${some(word)}`,
    "several required": () => `+${word()} +${word()} ${pick(fields)}:${start()}*`,
    "required in a field": () => `+${pick(fields)}:${word()} +${word()}`,
    "required, unknown": () => `+${unknown()} ${word()}`,
    prohibited: () => `${some(word)} -${word()}`,
    "required and prohibited": () => `+${word()} -${word()} ${some(word)}`,
    "only prohibited": () => `-${word()} -${pick(fields)}:${word()}`,
    "only prohibited, unknown": () => `-${unknown()}`,
    unknown,
    "trailing wildcard": () => `${start()}*`,
    "leading wildcard": () => `*${end()}`,
    "wildcards at both ends": () => `*${end()}*`,
    "inner wildcard": () => cut().join("*"),
    "two wildcards": () => ((parts) => `${parts[0]}*${pick("aeiou")}*${parts[1]}`)(cut()),
    "only a wildcard": () => `${pick(fields)}:*`,
    "edit distance 1": () => `${typo(word(4))}~1`,
    "edit distance 1, short": () => `${typo(word().slice(0, 3))}~1`,
    "edit distance 2": () => `${typo(typo(word(5)))}~2`,
    "edit distance and wildcard": () => `${start()}*~1`,
    mixed: () => `+${word()}^3 ${pick(fields)}:${start()}* ${typo(word(4))}~1 -${word()}`,
    "anything at once": () => some(() => `${pick(["", "", "+", "-"])}${chance(0.3) ? `${pick(fields)}:` : ""}${loose()}`),
    clauses: () => Array.from({ length: 1 + number(6) }, clause),
    "many clauses": () => Array.from({ length: 8 + number(20) }, clause),
    "no clauses": () => [],
  };
  const names = Object.keys(kinds);
  return Array.from({ length: count }, (_, at) => {
    const kind = names[at % names.length];
    document = pick(documents);
    return { kind, query: kinds[kind]() };
  });
}
