/** When each step starts: weeks of the project, and days on the calendar. Days are "2027-03-01", without hours or zone. */
import { isDay } from "../lib/days.js";

const DAY = 86_400_000;

/** The longest plan that can be asked for, in weeks; messages.js says so. */
const MOST_WEEKS = 520;

/** The weeks until the first result, by step of the scale (`doorlooptijd`); the last one has no end. */
const WEEKS_OF_LEAD_TIME = [4, 13, 26, 52];

/** @typedef {{ week: number | null, day: string | null }} Moment the week is of the project, from 1 */

/** @type {(leadTime: number | null) => number | null} at most, by the step on the scale; null when it has no end */
export function weeksOfLeadTime(leadTime) {
  return leadTime === null ? null : (WEEKS_OF_LEAD_TIME[leadTime - 1] ?? null);
}

/** @type {(count: number, start: string | null, weeks: number | null) => Moment[]} none without start; without weeks only the first has one */
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

/** @param {string} text @returns {string | null} the day, when there is such a day in this century */
export function readDay(text) {
  return isDay(text) && text.startsWith("20") ? text : null;
}

/** @param {string} text @returns {number | null} a whole number of weeks that a plan can have */
export function readWeeks(text) {
  const weeks = /^\s*\d{1,3}\s*$/.test(text) ? Number(text) : 0;
  return weeks >= 1 && weeks <= MOST_WEEKS ? weeks : null;
}

/** @type {(day: string) => number} as calendars here count: from Monday, and week 1 has the first Thursday */
export function weekOfYear(day) {
  const date = new Date(`${day}T00:00:00Z`);
  const thursday = date.getTime() + (3 - ((date.getUTCDay() + 6) % 7)) * DAY;
  return Math.floor((thursday - Date.UTC(new Date(thursday).getUTCFullYear(), 0)) / (7 * DAY)) + 1;
}
