/** A letter as text, and the address that opens it in a program for mail. */
import { LONGEST_MAIL, query } from "../contribute/addresses.js";

/**
 * @param {ParentNode} body paragraphs and lists, one below the other
 * @param {(child: Element) => boolean} isKept which of them to read
 * @returns {string} with an empty line between them, and a dash before each point of a list
 */
export function letterText(body, isKept = () => true) {
  return [...body.children]
    .filter((child) => isKept(child) && !(child instanceof HTMLElement && child.hidden))
    .map((child) => {
      const lines = [...child.querySelectorAll("li, .mvo-letter__line")];
      return lines.length ? lines.map((line) => (line.matches("li") ? "- " : "") + plain(line)).join("\n") : plain(child);
    })
    .join("\n\n");
}

/**
 * @param {Element} element
 * @returns {string} its text on one line
 */
export function plain(element) {
  return (element.textContent ?? "").replace(/\s+/g, " ").trim();
}

/**
 * @param {string} subject
 * @param {string[]} texts the longest first
 * @returns {{ address: string, fits: number }} a letter to nobody yet, with the first text that a program for mail takes
 *   in an address; `fits` is its place in the list, or the length of the list when none does
 */
export function mailAddress(subject, texts) {
  const addresses = texts.map((text) => `mailto:?${query({ subject, body: text.replace(/\n/g, "\r\n") })}`);
  const fits = addresses.findIndex((address) => address.length <= LONGEST_MAIL);
  if (fits < 0) return { address: `mailto:?${query({ subject })}`, fits: texts.length };
  return { address: addresses[fits] ?? "", fits };
}
