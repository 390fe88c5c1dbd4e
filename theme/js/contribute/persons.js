/** Finds numbers and addresses of persons by the patterns of `mvo check`, which come with the data of the form. */
import { fillSlots } from "./check.js";

/**
 * @import { Problem } from "./check.js"
 * @import { Part, Value, Values } from "./entry-text.js"
 *
 * @typedef {{ rule: string, sentence: string, pattern: string }} Known what it looks like, as the source of a pattern
 *
 * @typedef {object} Persons as `exports/form_data.py` gives it
 * @property {Known & { before: string, after: string, day: string, context: number }} number what shows that it is another
 * @property {Known} phone
 * @property {Known & { person: string, host: string, function: string }} mailbox
 */

const ELFPROEF = [9, 8, 7, 6, 5, 4, 3, 2, -1];

/**
 * @param {Persons} persons
 * @returns {(content: { values: Values, parts: readonly Part[] }) => Problem[]} nothing in a browser whose patterns
 *   cannot look back (Safari before 16.4); there the check of the file is the first to say it
 */
export function makePersonFinder({ number, phone, mailbox }) {
  try {
    const finders = [numberFinder(number), phoneFinder(phone), mailboxFinder(mailbox)];
    return ({ values, parts }) => {
      const texts = [...textsIn(values), ...parts.map(({ heading, text }) => ({ path: [`#${heading}`], text }))];
      return texts.flatMap(({ path, text }) => finders.flatMap((find) => find(text).map((problem) => ({ path, ...problem }))));
    };
  } catch {
    return () => [];
  }
}

/** @param {Persons["number"]} known */
function numberFinder({ rule, sentence, pattern, before, after, day, context }) {
  const number = new RegExp(pattern, "gu");
  const [isNamed, isMoney, isDay] = [new RegExp(before, "iu"), new RegExp(`^(?:${after})`, "iu"), new RegExp(`^(?:${day})$`, "u")];
  return (/** @type {string} */ text) =>
    [...text.matchAll(number)].flatMap(({ 0: found, index = 0 }) => {
      const digits = found.replace(/\D/g, "");
      const line = text.slice(Math.max(0, index - context), index).split("\n").at(-1) ?? "";
      const isOther = isDay.test(digits) || isMoney.test(text.slice(index + found.length)) || isNamed.test(line);
      return passesElfproef(digits) && !isOther ? [{ rule, message: sentence }] : [];
    });
}

/** @param {Persons["phone"]} known */
function phoneFinder({ rule, sentence, pattern }) {
  const mobile = new RegExp(pattern, "gu");
  return (/** @type {string} */ text) => [...text.matchAll(mobile)].map(() => ({ rule, message: sentence, isWarning: true }));
}

/** @param {Persons["mailbox"]} known */
function mailboxFinder({ rule, sentence, pattern, person, host, function: purpose }) {
  const address = new RegExp(pattern, "gu");
  const [isName, isPrivate, isPurpose] = [new RegExp(`^(?:${person})$`, "iu"), new RegExp(`^(?:${host})$`, "iu"), new RegExp(purpose, "u")];
  return (/** @type {string} */ text) =>
    [...text.matchAll(address)].flatMap(([found, box = "", at = ""]) => {
      const name = box.toLowerCase();
      const isPerson = isName.test(name) || isPrivate.test(at);
      return isPerson && !isPurpose.test(name.replace(/[._]/g, " ")) ? [{ rule, message: fillSlots(sentence, { address: found }), isWarning: true }] : [];
    });
}

/** @param {string} digits eight or nine @returns {boolean} whether they could be the number of a citizen */
function passesElfproef(digits) {
  const number = [...digits.padStart(9, "0")].map(Number);
  const total = number.reduce((sum, digit, place) => sum + digit * (ELFPROEF[place] ?? 0), 0);
  return total % 11 === 0 && new Set(number).size > 1;
}

/**
 * @type {(value: Value, path?: (string | number)[]) => { path: (string | number)[], text: string }[]}
 *   every text in it
 */
function textsIn(value, path = []) {
  if (typeof value === "string") return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((item, place) => textsIn(item, [...path, place]));
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...path, key]));
}
