/** Days as ISO 8601 text, "2026-11-21"; a date may also be a month ("2026-11") or a year. */

/** @returns {string} today, in the time zone of the reader */
export function localDay() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** @param {string} text @returns {boolean} whether it is an existing day */
export function isDay(text) {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** @type {(date: string, month?: "long" | "short") => string} "10 augustus 2018", "augustus 2018", or the text itself */
export function describeDate(date, month = "long") {
  const day = date.length === 7 ? `${date}-01` : date;
  if (!isDay(day)) return date;
  /** @type {Intl.DateTimeFormatOptions} */
  const parts = { timeZone: "UTC", year: "numeric", month, ...(day === date && { day: "numeric" }) };
  return new Date(`${day}T00:00:00Z`).toLocaleDateString("nl-NL", parts);
}
