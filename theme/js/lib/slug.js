/** Slugs: names of files in lower-case letters, digits and hyphens. */

const LONGEST = 80; // characters; `mvo nieuw` has the same limit

/** Letters that Unicode does not decompose, as in `domain/names.py`. @type {Record<string, string>} */
const LETTERS = { æ: "ae", œ: "oe", ß: "ss", þ: "th", ø: "o", ł: "l", đ: "d", ð: "d", ħ: "h", ŧ: "t", ı: "i" };
const DEVICE = /^(?:aux|con|nul|prn|(?:com|lpt)[1-9])$/; // reserved names on Windows

/** @param {string} text @returns {string} "" when no letter or digit is left */
export function makeSlug(text) {
  const plain = text
    .toLowerCase()
    .replace(/[æœßþøłđðħŧı]/g, (letter) => LETTERS[letter] ?? "")
    .normalize("NFKD")
    .replace(/[^\u0000-\u007f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  if (plain.length <= LONGEST) return plain;
  const whole = plain.slice(0, LONGEST + 1).lastIndexOf("-");
  return plain.slice(0, whole > 0 ? whole : LONGEST);
}

/** @param {string} text @param {(slug: string) => boolean} isTaken @returns {string} a slug that is not taken */
export function makeFreeSlug(text, isTaken) {
  const slug = makeSlug(text) || "zonder-titel";
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? slug : `${slug}-${number}`;
    if (!isTaken(name) && !DEVICE.test(name)) return name;
  }
}
