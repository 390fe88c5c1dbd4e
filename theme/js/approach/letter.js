/** What the letter asks, and the letter as plain text and as a paper. */
import { oneLine } from "../lib/text.js";
import { findParts, readPart, readText } from "../papers/page.js";
import { letterhead, list, paragraph } from "../papers/paper.js";

/** @import { Paper } from "../papers/paper.js" */

/** @typedef {{ value: string, about: readonly string[][] }} Question `about` has for each example its slug, then its themes */

/** @type {(referrer: string, home: string) => string} the slug of the practice or theme; "" for any other page */
export function originOf(referrer, home) {
  const path = referrer.startsWith(home) ? referrer.slice(home.length) : "";
  return /^(?:praktijken|themas)\/([a-z0-9-]+)\//.exec(path)?.[1] ?? "";
}

/** @type {(origin: string, questions: readonly Question[]) => string} the value of the question that fits best; "" for none */
export function questionFor(origin, questions) {
  const rank = (/** @type {Question} */ { about }, /** @type {number} */ at) => about.findIndex((example) => example.indexOf(origin) === at);
  for (const at of [0, 1, 2, 3, 4, 5]) {
    const [best] = questions.filter((question) => rank(question, at) >= 0).sort((one, other) => rank(one, at) - rank(other, at));
    if (origin && best) return best.value;
  }
  return "";
}

/** @type {(body: ParentNode, isWanted?: (child: Element) => boolean) => string} its blocks, separated by blank lines */
export function letterText(body, isWanted = () => true) {
  return [...body.children]
    .filter((child) => isWanted(child) && !(child instanceof HTMLElement && child.hidden))
    .map((child) => {
      const lines = [...child.querySelectorAll("li:not([hidden]), .mvo-letter__line")];
      return lines.length ? lines.map((line) => (line.matches("li") ? "- " : "") + plain(line)).join("\n") : plain(child);
    })
    .join("\n\n");
}

/** @type {(gap: string, value: string) => string} what stands in a gap: "tien" in "hoeveel bewoners" is "tien bewoners" */
export function fillGap(gap, value) {
  const counted = /^hoeveel (\p{L}+)$/u.exec(gap)?.[1];
  return counted && /^[\p{L}\d.]+$/u.test(value) ? `${value} ${counted}` : value;
}

/** @param {Element} element @returns {string} its text on one line */
export function plain(element) {
  return oneLine(element.textContent ?? "");
}

/** @param {HTMLElement} letter its subject and body @param {{ name: string, source: string, day: string }} about @returns {Paper} */
export function makeLetter(letter, { name, source, day }) {
  const blocks = findParts(letter)
    .filter((part) => !(part instanceof HTMLElement && part.hidden))
    .flatMap((part) => {
      const lines = [...part.querySelectorAll(".mvo-letter__line")];
      if (lines.length) return lines.map((line) => paragraph(readText(line)));
      return part.matches("ul") ? list([...part.querySelectorAll("li:not([hidden])")].map(readText)) : readPart(part);
    });
  return { title: "Brief", kind: "", footer: "", author: "", source, day, file: `brief-${name}`, layout: "letter", blocks: [...letterhead(), ...blocks] };
}
