/** When each step starts: the week of the project and the day ("2027-03-01"). */
import { isDay } from "../lib/days.js";

const DAY = 86_400_000;

/** The longest plan, in weeks; answers.js names it too. */
const MOST_WEEKS = 520;

/** The most weeks of each step of the scale `doorlooptijd`; the last step has no maximum. */
const WEEKS_OF_LEAD_TIME = [4, 13, 26, 52];

/** @typedef {{ week: number | null, day: string | null }} Moment `week` counts from 1 */

/** @type {(leadTime: number | null) => number | null} the most weeks of a step of the scale; null when unknown or without maximum */
export function weeksOfLeadTime(leadTime) {
  return leadTime === null ? null : (WEEKS_OF_LEAD_TIME[leadTime - 1] ?? null);
}

/** @type {(count: number, start: string | null, weeks: number | null) => Moment[]} empty without a start; without weeks only the first step has a moment */
export function spreadSteps(count, start, weeks) {
  return Array.from({ length: count }, (_, place) => {
    const week = start && weeks ? Math.floor((place * weeks) / count) + 1 : place === 0 && start ? 1 : null;
    return { week, day: start && week ? addDays(start, 7 * (week - 1)) : null };
  });
}

/** @param {string} day @param {number} days @returns {string} */
export function addDays(day, days) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** @param {string} text @returns {string | null} the day, if it exists and is in this century */
export function readDay(text) {
  return isDay(text) && text.startsWith("20") ? text : null;
}

/** @param {string} text @returns {number | null} a valid number of weeks */
export function readWeeks(text) {
  const weeks = /^\s*\d{1,3}\s*$/.test(text) ? Number(text) : 0;
  return weeks >= 1 && weeks <= MOST_WEEKS ? weeks : null;
}

/** @type {(day: string) => number} the week number of ISO 8601 */
export function weekOfYear(day) {
  const date = new Date(`${day}T00:00:00Z`);
  const thursday = date.getTime() + (3 - ((date.getUTCDay() + 6) % 7)) * DAY;
  return Math.floor((thursday - Date.UTC(new Date(thursday).getUTCFullYear(), 0)) / (7 * DAY)) + 1;
}
