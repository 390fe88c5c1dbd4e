/**
 * Correct the spelling of a word that no entry has. Numbers, short words and words in the dictionary stay as they are, and only
 * errors that people make count.
 */

/**
 * @import { Lexicon } from "./dutch.js"
 *
 * @typedef {{ letter: number, other: number }} Costs of an extra or missing letter, and of a wrong letter; infinite when that is no likely error
 */

/** Shorter words are too close to others. */
const SHORTEST = 6;
/** From this length on, an extra or missing letter, a wrong letter, and two errors are likelier than another word. */
const LETTER_MORE = 7;
const LETTER_OTHER = 9;
const TWO_ERRORS = 10;

/** Count only slips: a letter doubled or not, two swapped, or one that sounds alike or is next to it on the keyboard. @type {Costs} */
const ONLY_SLIPS = { letter: Infinity, other: Infinity };
const ALIKE = "dt ck cs sz fv gj ij iy ei ie oa au ow ks xs kq bp mn aq aw qs ed ws ew re er df fg gh hj jk kl zx xc cv vb bn nm ty yu ui io op rt".split(" ");

/** The fields of names and titles. */
const NAMES = ["titel", "partners", "plaatsen"];

/**
 * @type {(word: string, lexicon: Lexicon, isWord: () => Promise<boolean>, isSure?: boolean) => Promise<string | undefined>} the term of the
 *   index with the fewest errors; of those, one in a name or title, then the most frequent. With `isSure`, only a long word with one slip is corrected
 */
export async function correctWord(word, lexicon, isWord, isSure = false) {
  if (word.length < (isSure ? TWO_ERRORS : SHORTEST) || /\P{L}/u.test(word)) return undefined;
  const most = word.length < TWO_ERRORS ? 1 : 2;
  const mostSlips = isSure || word.length < LETTER_MORE ? 1 : 2;
  const near = (await lexicon.beginning(word.slice(0, 1))).flatMap(([term, count]) => {
    if (Math.abs(term.length - word.length) > 2) return [];
    const slips = countErrors(word, term, ONLY_SLIPS);
    const errors = isSure ? Infinity : countErrors(word, term);
    return slips <= mostSlips || errors <= most ? [{ term, count, errors: Math.min(slips, errors) }] : [];
  });
  if (!near[0] || (await isWord())) return undefined;
  const fewest = Math.min(...near.map(({ errors }) => errors));
  const best = near.filter(({ errors }) => errors === fewest);
  const names = best[1] ? await inNames(best.map(({ term }) => term), lexicon) : [];
  best.sort((one, other) => Number(names.includes(other.term)) - Number(names.includes(one.term)) || other.count - one.count);
  return best[0]?.term;
}

/** @param {string[]} terms @param {Lexicon} lexicon @returns {Promise<string[]>} those in a name or title */
async function inNames(terms, lexicon) {
  const fields = NAMES.map((name) => lexicon.manifest.fields.indexOf(name));
  const found = await lexicon.terms(terms);
  return terms.filter((term) => fields.some((field) => found.get(term)?.postings[field]));
}

/** @type {(typed: string, meant: string, costs?: Costs) => number} the edit distance between two words, by errors that are likely at that length; infinite when one is not */
export function countErrors(typed, meant, { letter, other } = costsIn(typed)) {
  if (typed[0] !== meant[0]) return Infinity;
  /** @type {number[]} */
  let before = [];
  let row = Array.from({ length: meant.length + 1 }, (_, place) => (place ? Infinity : 0));
  for (let line = 1; line <= typed.length; line += 1) {
    const [a, last] = [typed[line - 1], typed[line - 2]];
    const next = [Infinity];
    for (let at = 1; at <= meant.length; at += 1) {
      const [b, former] = [meant[at - 1], meant[at - 2]];
      const isAlike = ALIKE.includes(`${a}${b}`) || ALIKE.includes(`${b}${a}`);
      const cost = (/** @type {number | undefined} */ start, /** @type {number} */ price) => (start ?? Infinity) + price;
      next.push(
        Math.min(
          cost(row[at - 1], a === b ? 0 : isAlike ? 1 : other),
          cost(row[at], a === last ? 1 : letter),
          cost(next[at - 1], b === former ? 1 : letter),
          a === former && b === last ? cost(before[at - 2], 1) : Infinity,
        ),
      );
    }
    before = row;
    row = next;
  }
  return /** @type {number} */ (row.at(-1));
}

/** @type {(word: string) => Costs} */
function costsIn({ length }) {
  return { letter: length >= LETTER_MORE ? 1 : Infinity, other: length >= LETTER_OTHER ? 1 : Infinity };
}
