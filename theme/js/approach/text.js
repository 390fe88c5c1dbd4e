/** The letter as plain text. */
import { oneLine } from "../lib/text.js";

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

/** @param {Element} element @returns {string} its text on one line */
export function plain(element) {
  return oneLine(element.textContent ?? "");
}
