/** Texts as people write them: on one line, without what is left around them, and as a message repeats them. */

/** Where a chatbot says what it was made from. */
export const CITED = /【[^】]*】|:contentReference\[[^\]]*\](?:\{[^}]*\})?/g;

/** @param {string} text @returns {string} */
export const oneLine = (text) => text.split(/\s+/).filter(Boolean).join(" ");

/** @type {(text: string, around: string) => string} in ordinary characters, without these signs at its ends: `bare` of `domain/meant.py` */
export function bare(text, around) {
  const plain = oneLine(text.normalize("NFKC")).replace(CITED, "");
  let [start, end] = [0, plain.length];
  while (start < end && around.includes(plain.charAt(start))) start += 1;
  while (end > start && around.includes(plain.charAt(end - 1))) end -= 1;
  return plain.slice(start, end);
}

/** @type {(text: string, most: number) => string} of at most so many characters: `shorten` of `domain/patterns.py` */
export function shorten(text, most) {
  const characters = [...oneLine(text)];
  return characters.length <= most ? characters.join("") : `${characters.slice(0, most - 1).join("").trimEnd()}…`;
}
