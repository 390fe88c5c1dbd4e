/** Search the choices of a field with suggestions. */

/**
 * @typedef {object} Choice
 * @property {string} value
 * @property {string} text
 * @property {string} kind a word or sentence that says what it is
 * @property {readonly string[]} [names] other names
 * @property {readonly string[]} [words] synonyms and related words
 *
 * @typedef {Choice & { action?: string }} Suggestion `action` if it does something else than choosing the value
 */

const MOST = 8;
const ENDINGS = 3; // letters: "senioren" matches "senior"

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

/** @type {(choices: readonly Choice[], text: string) => Choice | null} the only choice with this name */
export function findExact(choices, text) {
  const words = fold(text);
  const found = choices.filter(({ value, text, names = [] }) => [value, text, ...names].some((name) => fold(name) === words));
  return words && found.length === 1 ? (found[0] ?? null) : null;
}

/** @type {(find: (text: string) => Promise<readonly Choice[]>, text: string, isSingle: boolean) => Promise<Choice[]>} the choices that a text names exactly; none if it contains anything else */
export async function readChoices(find, text, isSingle) {
  const whole = findExact(await find(text), text);
  const names = whole || isSingle ? [] : text.split(/[,;]/).filter((name) => name.trim());
  const found = await Promise.all(names.map(async (name) => findExact(await find(name), name)));
  return whole ? [whole] : found.every(Boolean) ? /** @type {Choice[]} */ (found) : [];
}

/** @param {Choice} choice @param {string} words @returns {number | null} lower is better; null for no match */
function rankOf({ text, value, names = [], words: others = [] }, words) {
  const name = fold(text);
  if (name === words) return 0;
  if (name.startsWith(words)) return 1;
  if (` ${name}`.includes(` ${words}`)) return 2;
  if ([...names, value, ...others].some((other) => isAlike(fold(other), words))) return 3;
  return words.length > 2 && name.includes(words) ? 4 : null;
}

/** @param {string} other @param {string} words @returns {boolean} whether a word in it begins with them, or they only have an ending more */
function isAlike(other, words) {
  return ` ${other}`.includes(` ${words}`) || (other.length > ENDINGS && words.startsWith(other) && words.length - other.length <= ENDINGS);
}

/** @param {string} text @returns {string} lower-case letters and digits without accents, with single spaces */
export function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
