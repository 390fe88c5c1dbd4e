/** Clean up texts as people write them, and join words into sentences. */

/** Citation marks of chatbots. */
export const CITED = /【[^】]*】|:contentReference\[[^\]]*\](?:\{[^}]*\})?/g;

/** @param {string} text @returns {string} */
export const oneLine = (text) => text.split(/\s+/).filter(Boolean).join(" ");

/** @type {(text: string, around: string) => string} normalised (NFKC), without these signs at either end: `bare` of `domain/normalise.py` */
export function bare(text, around) {
  const plain = oneLine(text.normalize("NFKC")).replace(CITED, "");
  let [start, end] = [0, plain.length];
  while (start < end && around.includes(plain.charAt(start))) start += 1;
  while (end > start && around.includes(plain.charAt(end - 1))) end -= 1;
  return plain.slice(start, end);
}

/** @type {(text: string, most: number) => string} at most that many characters, with an ellipsis: `shorten` of `domain/patterns.py` */
export function shorten(text, most) {
  const characters = [...oneLine(text)];
  return characters.length <= most ? characters.join("") : `${characters.slice(0, most - 1).join("").trimEnd()}…`;
}

/** @type {(text: string) => string[]} */
export const splitSentences = (text) => text.replace(/([.!?])\s+(?=\p{Lu})/gu, "$1\n").split("\n");

/** @type {(text: string) => string} its first sentence */
export const firstOf = (text) => splitSentences(text)[0] ?? "";

/** @param {string} text @returns {string} without its initial capital */
export function lower(text) {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** @param {readonly string[]} words @returns {string} "a", "a en b" or "a, b en c" */
export function joinWords(words) {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} en ${words.at(-1)}`;
}
