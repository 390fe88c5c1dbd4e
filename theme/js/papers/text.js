/** Text for a document: runs of words, of which some are links or blanks to fill in. */

/** Characters that XML does not allow, other control characters, and marks that change the writing direction. */
const UNWANTED = /[^\u{20}-\u{7E}\u{A0}-\u{2029}\u{202F}-\u{2065}\u{206A}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const ESCAPES = new Map([["&", "&amp;"], ["<", "&lt;"], [">", "&gt;"], ['"', "&quot;"], ["'", "&apos;"]]);

/**
 * @typedef {object} Run
 * @property {string} text
 * @property {string} [href] a full web address
 * @property {boolean} [isBlank] whether it is a blank to fill in
 * @property {boolean} [isStrong]
 * @property {boolean} [isBreak] whether a line ends here; it has no text
 */

/** @typedef {readonly Run[]} Text */

/** @param {unknown} value @returns {string} on one line, without characters that do not belong in a document */
export function clean(value) {
  return String(value ?? "").replace(/[\t\n\r\u2028\u2029]+/g, " ").replace(UNWANTED, "").trim();
}

/** @param {string} text @returns {string} */
export const escapeXml = (text) => text.replace(UNWANTED, "").replace(/[&<>"']/g, (mark) => ESCAPES.get(mark) ?? "");

/** @param {unknown} value text of the catalogue or of the reader @returns {Text} nothing when it is empty */
export function plain(value) {
  const text = clean(value);
  return text ? [{ text }] : [];
}

/** @param {string} sentence of our own, with blanks between brackets: "[number]" @returns {Text} */
export function withBlanks(sentence) {
  return sentence
    .split(/(\[[^\]]*\])/)
    .filter(Boolean)
    .map((text) => (text.startsWith("[") ? { text, isBlank: true } : { text }));
}

/** @type {(items: readonly string[]) => Text} items in a cell of a table, where a list cannot stand, each on a line of its own */
export const points = (items) => items.flatMap((item, place) => [...(place ? [{ text: "", isBreak: true }] : []), { text: `• ${clean(item)}` }]);

/** @param {unknown} value @returns {Text} */
export const strong = (value) => plain(value).map((run) => ({ ...run, isStrong: true }));

/** @type {(value: unknown, address: unknown) => Text} only the words when it is no web address */
export function link(value, address) {
  const href = webAddress(address);
  const [run] = plain(value || address);
  return run ? [href ? { ...run, href } : run] : [];
}

/** @param {unknown} address @returns {string} the address when a document may link to it, or "" */
export function webAddress(address) {
  const text = clean(address);
  if (!/^https?:\/\//i.test(text)) return "";
  try {
    return new URL(text).href;
  } catch {
    return ""; // looked like an address
  }
}
