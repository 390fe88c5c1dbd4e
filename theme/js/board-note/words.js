/** What a reader typed into the note of a practice: where it is kept, also under a name that the practice had before. */

/** @param {string} names the slug of now and those of before, with spaces between @returns {string[]} the keys in the storage, that of now first */
export function keysOf(names) {
  return names.split(" ").filter(Boolean).map((name) => `notitie/${name}`);
}

/** @type {(keys: readonly string[], read: (key: string) => unknown) => Map<string, string>} the words by the name of their field; none for what is no record of them */
export function findWords(keys, read) {
  const kept = keys.map(read).find((value) => typeof value === "object" && value !== null) ?? {};
  return new Map(Object.entries(kept).flatMap(([name, words]) => (typeof words === "string" ? [[name, words]] : [])));
}
