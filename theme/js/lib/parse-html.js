/** The only place where text becomes HTML: our own, or rendered from Markdown. Trusted Types enforce that. */
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("mvo-html", { createHTML: (/** @type {string} */ html) => html });

/** @param {string} html without markup from readers or entries @returns {Document} in which no script runs */
export function parseHtml(html) {
  return new DOMParser().parseFromString(policy ? policy.createHTML(html) : html, "text/html");
}
