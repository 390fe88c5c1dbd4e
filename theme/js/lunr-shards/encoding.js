/** Decode integers and sorted words, as `lunr_shards/encoding.py` encodes them. */

const VALUES = new Uint8Array(128);
for (const [value, digit] of [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"].entries()) {
  VALUES[digit.charCodeAt(0)] = value;
}

/** @param {string} text @returns {number[]} */
export function decode(text) {
  const numbers = [];
  for (let at = 0, number = 0, shift = 0; at < text.length; at++) {
    const value = /** @type {number} */ (VALUES[text.charCodeAt(at)]);
    number |= (value & 31) << shift;
    if (value < 32) {
      numbers.push(number);
      number = shift = 0;
    } else shift += 5;
  }
  return numbers;
}

/** @type {(gaps: number[], from: number, count: number) => Uint32Array} integers from the differences between them */
export function addGaps(gaps, from, count) {
  let last = 0;
  return Uint32Array.from({ length: count }, (_, at) => (last += /** @type {number} */ (gaps[from + at])));
}

/** @type {(added: string, kept: string) => string[]} words from their endings, and how many letters each shares with the word before it */
export function readWords(added, kept) {
  const lengths = decode(kept);
  let word = "";
  return lengths.length ? added.split("\n").map((end, at) => (word = word.slice(0, lengths[at]) + end)) : [];
}
