/** Finds numbers and addresses of persons by the patterns of `mvo check`, which come with the data of the form. */
import { fillSlots } from "./check.js";
import { isInAddress } from "./plain-text.js";

/**
 * @import { Problem } from "./check.js"
 * @import { Text } from "./plain-text.js"
 *
 * @typedef {{ rule: string, sentence: string, pattern: string }} Known what it looks like, as the source of a pattern
 *
 * @typedef {object} Persons as `exports/form_data.py` gives it
 * @property {Known & { before: string, after: string, day: string, context: number }} number with what shows that it is another
 * @property {Known} phone
 * @property {Known & { person: string, host: string, function: string }} mailbox
 */

const ELFPROEF = [9, 8, 7, 6, 5, 4, 3, 2, -1];

/** @type {(persons: Persons) => (texts: readonly Text[]) => Problem[]} */
export function makePersonFinder({ number, phone, mailbox }) {
  const finders = [
    makeFinder(number, judgeNumber(number), false),
    makeFinder(phone, () => true, true),
    makeFinder(mailbox, judgeMailbox(mailbox), true),
  ];
  return (texts) => texts.flatMap(({ path, text }) => finders.flatMap((find) => find(text).map((problem) => ({ path, ...problem }))));
}

/** @param {Known} known @param {(match: RegExpMatchArray) => boolean} isMeant @param {boolean} isWarning */
function makeFinder({ rule, sentence, pattern }, isMeant, isWarning) {
  const known = new RegExp(pattern, "gu");
  return (/** @type {string} */ text) =>
    [...text.matchAll(known)].filter((match) => !isInAddress(text, match) && isMeant(match)).map(([, box, host]) => ({ rule, message: fillSlots(sentence, { address: `${box}@${host}` }), isWarning }));
}

/** @param {Persons["number"]} known @returns {(match: RegExpMatchArray) => boolean} whether it is that of a citizen */
function judgeNumber({ before, after, day, context }) {
  const [isNamed, isMoney, isDay] = [new RegExp(before, "iu"), new RegExp(`^(?:${after})`, "iu"), new RegExp(`^(?:${day})$`, "u")];
  return ({ 0: found, index = 0, input: text = "" }) => {
    const digits = found.replace(/\D/g, "");
    const line = text.slice(Math.max(0, index - context), index).split("\n").at(-1) ?? "";
    const isOther = isDay.test(digits) || isMoney.test(text.slice(index + found.length)) || isNamed.test(line);
    return passesElfproef(digits) && !isOther;
  };
}

/** @param {Persons["mailbox"]} known @returns {(match: RegExpMatchArray) => boolean} whether it is that of a person */
function judgeMailbox({ person, host, function: purpose }) {
  const [isName, isPrivate, isPurpose] = [new RegExp(`^(?:${person})$`, "iu"), new RegExp(`^(?:${host})$`, "iu"), new RegExp(purpose, "u")];
  return ([, box = "", at = ""]) => {
    const name = box.toLowerCase();
    return (isName.test(name) || isPrivate.test(at)) && !isPurpose.test(name.replace(/[._]/g, " "));
  };
}

/** @param {string} digits eight or nine @returns {boolean} whether they could be the number of a citizen */
function passesElfproef(digits) {
  const number = [...digits.padStart(9, "0")].map(Number);
  const total = number.reduce((sum, digit, place) => sum + digit * (ELFPROEF[place] ?? 0), 0);
  return total % 11 === 0 && new Set(number).size > 1;
}
