/** Words in Dutch sentences. */

/** @param {string} text @returns {string} without its initial capital */
export function lower(text) {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** @param {readonly string[]} words @returns {string} "a", "a en b" or "a, b en c" */
export function joinWords(words) {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} en ${words.at(-1)}`;
}
