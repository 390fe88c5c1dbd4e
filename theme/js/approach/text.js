/** A letter as text. */

/**
 * @param {ParentNode} body paragraphs and lists, one below the other
 * @param {(child: Element) => boolean} isWanted which of them to read
 * @returns {string} with an empty line between them, and a dash before each point of a list
 */
export function letterText(body, isWanted = () => true) {
  return [...body.children]
    .filter((child) => isWanted(child) && !(child instanceof HTMLElement && child.hidden))
    .map((child) => {
      const lines = [...child.querySelectorAll("li, .mvo-letter__line")];
      return lines.length ? lines.map((line) => (line.matches("li") ? "- " : "") + plain(line)).join("\n") : plain(child);
    })
    .join("\n\n");
}

/** @param {Element} element @returns {string} its text on one line */
export function plain(element) {
  return (element.textContent ?? "").replace(/\s+/g, " ").trim();
}
