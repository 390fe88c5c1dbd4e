/** The tips about approaching a partner, as they stand on the page about it. */

/**
 * @param {ParentNode} page
 * @returns {{ title: string, text: string }[]} each heading that starts with "Tip", and the first paragraph below it
 */
export function readTips(page) {
  return [...page.querySelectorAll("main h2")]
    .filter((heading) => /^\s*Tip \d/.test(heading.textContent ?? ""))
    .map((heading) => {
      const below = heading.nextElementSibling;
      return { title: (heading.textContent ?? "").trim(), text: below?.matches("p") ? (below.textContent ?? "").replace(/\s+/g, " ").trim() : "" };
    });
}
