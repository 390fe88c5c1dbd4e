/** What to suggest in a field where one chooses by typing. */

/**
 * @typedef {object} Choice
 * @property {string} value
 * @property {string} text
 * @property {string} kind what it is, in a word or a sentence
 * @property {readonly string[]} [names] other names
 * @property {readonly string[]} [words] that mean the same, or are about it
 *
 * @typedef {Choice & { action?: string }} Suggestion `action` when it does something else than choose the value
 */

const MOST = 8;
const ENDINGS = 3; // letters of "senioren" behind "senior"

/** @type {(choices: readonly Choice[], text: string, extras?: readonly Suggestion[]) => Suggestion[]} */
export function suggestChoices(choices, text, extras = []) {
  const words = fold(text);
  if (!words) return [...choices];
  const ranked = choices.flatMap((choice) => {
    const rank = rankOf(choice, words);
    return rank === null ? [] : [{ choice, rank }];
  });
  const found = ranked.sort((a, b) => a.rank - b.rank).slice(0, MOST).map(({ choice }) => choice);
  return findExact(choices, text) ? found : [...found, ...extras];
}

/** @type {(choices: readonly Choice[], text: string) => Choice | null} the only one that is called so */
export function findExact(choices, text) {
  const words = fold(text);
  const found = choices.filter(({ value, text, names = [] }) => [value, text, ...names].some((name) => fold(name) === words));
  return words && found.length === 1 ? (found[0] ?? null) : null;
}

/** @type {(choices: readonly Choice[], text: string, isSingle: boolean) => Choice[]} those that a text names exactly; none when it says anything else */
export function readChoices(choices, text, isSingle) {
  const names = isSingle || findExact(choices, text) ? [text] : text.split(/[,;]/).filter((name) => name.trim());
  const found = names.flatMap((name) => findExact(choices, name) ?? []);
  return found.length === names.length ? found : [];
}

/** @param {Choice} choice @param {string} words @returns {number | null} a name that begins with it first, then one with a word that does */
function rankOf({ text, value, names = [], words: others = [] }, words) {
  const name = fold(text);
  if (name === words) return 0;
  if (name.startsWith(words)) return 1;
  if (` ${name}`.includes(` ${words}`)) return 2;
  if ([...names, value, ...others].some((other) => isAlike(fold(other), words))) return 3;
  return words.length > 2 && name.includes(words) ? 4 : null;
}

/** @param {string} other @param {string} words @returns {boolean} whether a word in it begins so, or is it but for an ending */
function isAlike(other, words) {
  return ` ${other}`.includes(` ${words}`) || (other.length > ENDINGS && words.startsWith(other) && words.length - other.length <= ENDINGS);
}

/** @param {string} text @returns {string} small letters and digits, one space between words, without accents */
export function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
