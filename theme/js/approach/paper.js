/** The letter as a paper: what the screen shows, with what was filled in. */
import { findParts, readPart, readText } from "../papers/page.js";
import { list, paragraph } from "../papers/paper.js";

/** @import { Paper } from "../papers/paper.js" */

/** @param {HTMLElement} letter its subject and body @param {{ name: string, source: string, day: string }} about @returns {Paper} */
export function makeLetter(letter, { name, source, day }) {
  const blocks = findParts(letter)
    .filter((part) => !(part instanceof HTMLElement && part.hidden))
    .flatMap((part) => {
      const lines = [...part.querySelectorAll(".mvo-letter__line")];
      if (lines.length) return lines.map((line) => paragraph(readText(line)));
      return part.matches("ul") ? list([...part.querySelectorAll("li:not([hidden])")].map(readText)) : readPart(part);
    });
  return { title: "Brief", kind: "", footer: "", author: "", source, day, file: `brief-${name}`, layout: "letter", blocks };
}
