/** Where the browser stores what a reader typed into the note of a practice, also under former slugs of the practice. */

/** @param {string} names the current and the former slugs, separated by spaces @returns {string[]} the storage keys, the current one first */
export function keysOf(names) {
  return names.split(" ").filter(Boolean).map((name) => `notitie/${name}`);
}

/** @type {(keys: readonly string[], read: (key: string) => unknown) => Map<string, string>} the texts by field; none when what is stored has another shape */
export function findWords(keys, read) {
  const stored = keys.map(read).find((value) => typeof value === "object" && value !== null) ?? {};
  return new Map(Object.entries(stored).flatMap(([name, words]) => (typeof words === "string" ? [[name, words]] : [])));
}
