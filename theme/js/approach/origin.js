/** Which question fits the page where a reader came from. */

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
