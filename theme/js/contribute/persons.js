/** Find numbers and addresses of persons, by the patterns of `mvo check`. */
import { makeProblem } from "./check.js";
import { isInAddress } from "./plain-text.js";

/**
 * @import { Problem, RuleMessages } from "./check.js"
 * @import { Text } from "./plain-text.js"
 *
 * @typedef {Record<"number" | "before" | "after" | "day" | "phone" | "mailbox" | "person" | "host" | "function", string>} Patterns
 * @typedef {Patterns & { context: number }} Persons patterns, from `exports/form_data.py`
 */

const ELFPROEF = [9, 8, 7, 6, 5, 4, 3, 2, -1];

/** @type {(persons: Persons, ruleMessages: RuleMessages) => (texts: readonly Text[]) => Problem[]} */
export function makePersonFinder(persons, ruleMessages) {
  const finders = [
    { rule: "citizen-number", pattern: new RegExp(persons.number, "gu"), isMeant: judgeNumber(persons) },
    { rule: "personal-phone", pattern: new RegExp(persons.phone, "gu"), isMeant: () => true },
    { rule: "personal-mailbox", pattern: new RegExp(persons.mailbox, "gu"), isMeant: judgeMailbox(persons) },
  ];
  return (texts) =>
    texts.flatMap(({ path, text }) =>
      finders.flatMap(({ rule, pattern, isMeant }) => {
        const found = [...text.matchAll(pattern)].filter((match) => !isInAddress(text, match) && isMeant(match));
        return found.map(([, box, host]) => ({ ...makeProblem(ruleMessages, path, rule, "", { address: `${box}@${host}` }), isWarning: rule !== "citizen-number" }));
      }),
    );
}

/** @param {Persons} known @returns {(match: RegExpMatchArray) => boolean} whether it is a citizen number */
function judgeNumber({ before, after, day, context }) {
  const [isNamed, isMoney, isDay] = [new RegExp(before, "iu"), new RegExp(`^(?:${after})`, "iu"), new RegExp(`^(?:${day})$`, "u")];
  return ({ 0: found, index = 0, input: text = "" }) => {
    const digits = found.replace(/\D/g, "");
    const line = text.slice(Math.max(0, index - context), index).split("\n").at(-1) ?? "";
    const isOther = isDay.test(digits) || isMoney.test(text.slice(index + found.length)) || isNamed.test(line);
    return passesElfproef(digits) && !isOther;
  };
}

/** @param {Persons} known @returns {(match: RegExpMatchArray) => boolean} whether it is the mailbox of a person */
function judgeMailbox({ person, host, function: purpose }) {
  const [isName, isPrivate, isPurpose] = [new RegExp(`^(?:${person})$`, "iu"), new RegExp(`^(?:${host})$`, "iu"), new RegExp(purpose, "u")];
  return ([, box = "", at = ""]) => {
    const name = box.toLowerCase();
    return (isName.test(name) || isPrivate.test(at)) && !isPurpose.test(name.replace(/[._]/g, " "));
  };
}

/** @param {string} digits eight or nine @returns {boolean} whether they are a valid citizen number (elfproef) */
function passesElfproef(digits) {
  const number = [...digits.padStart(9, "0")].map(Number);
  const total = number.reduce((sum, digit, place) => sum + digit * (ELFPROEF[place] ?? 0), 0);
  return total % 11 === 0 && new Set(number).size > 1;
}
