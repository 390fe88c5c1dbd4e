/** What to suggest in a field where one chooses by typing. */

/**
 * @typedef {object} Choice
 * @property {string} value
 * @property {string} text
 * @property {string} kind what it is, in a word or a sentence
 * @property {string} [other] other names
 *
 * @typedef {Choice & { action?: string }} Suggestion `action` when it does something else than choose the value
 */

const MOST = 8;

/** @type {(choices: readonly Choice[], text: string, extras?: readonly Suggestion[]) => Suggestion[]} */
export function suggestChoices(choices, text, extras = []) {
  const words = fold(text);
  if (!words) return [...choices];
  const ranked = choices.flatMap((choice) => {
    const rank = rankOf(choice, words);
    return rank === null ? [] : [{ choice, rank }];
  });
  const found = ranked.sort((a, b) => a.rank - b.rank).slice(0, MOST).map(({ choice }) => choice);
  const isNamed = choices.some((choice) => fold(choice.text) === words);
  return isNamed ? found : [...found, ...extras];
}

/** @param {Choice} choice @param {string} words @returns {number | null} a name that begins with it first, then one with a word that does */
function rankOf({ text, other = "", value }, words) {
  const name = fold(text);
  if (name === words) return 0;
  if (name.startsWith(words)) return 1;
  if (` ${name}`.includes(` ${words}`)) return 2;
  if (` ${fold(other)} ${fold(value)}`.includes(` ${words}`)) return 3;
  return words.length > 2 && name.includes(words) ? 4 : null;
}

/** @param {string} text @returns {string} small letters and digits, one space between words, without accents */
export function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
