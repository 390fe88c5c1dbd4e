/** What a reader filled in in the dialog: read, checked, and passed on to the form for an adoption. */
import { readDay, readWeeks } from "./schedule.js";
import { clean } from "../papers/text.js";

export const NO_DAY = "Vul een hele datum in, of laat het veld leeg.";
export const NO_WEEKS = "Vul een heel getal in van 1 tot en met 520, of laat het veld leeg.";

/**
 * @typedef {object} Answers
 * @property {string} association the name of the corporatie, or ""
 * @property {string} leader the role of the project leader, or ""
 * @property {string | null} start a day
 * @property {number | null} weeks
 * @property {ReadonlySet<number>} dropped the indexes of steps to leave out
 * @property {readonly string[]} own steps of the reader
 *
 * @typedef {Record<"association" | "leader" | "start" | "weeks" | "own", string>} Written what stands in the fields
 */

/** @param {Written} written @param {ReadonlySet<number>} dropped @returns {Answers} */
export function readAnswers({ association, leader, start, weeks, own }, dropped) {
  return { association: clean(association), leader: clean(leader), start: readDay(start), weeks: readWeeks(weeks), dropped, own: own.split("\n").map(clean).filter(Boolean) };
}

/** @type {(written: Written, isHalfDay: boolean) => { start: string, weeks: string }} the message about each field, or "" */
export function findMistakes({ start, weeks }, isHalfDay) {
  return {
    start: (start || isHalfDay) && !readDay(start) ? NO_DAY : "",
    weeks: weeks.trim() && !readWeeks(weeks) ? NO_WEEKS : "",
  };
}

/** @type {(answers: Answers, today: string) => string} for behind the "#" of an address, which is not sent to a server */
export function adoptionHash({ association, start }, today) {
  const known = new URLSearchParams();
  if (association) known.set("corporatie", association);
  if (start && start <= today) known.set("jaar", start.slice(0, 4));
  return known.toString();
}
