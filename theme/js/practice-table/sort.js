/** The order of the rows of a table. */

/** @typedef {"ascending" | "descending"} Direction */

/** Compare numbers by value, and names as in a Dutch list. */
const { compare } = new Intl.Collator("nl", { numeric: true, ignorePunctuation: true });

/** @type {(keys: readonly string[], direction: Direction) => number[]} the indexes of the rows in order, those without a key last; equal keys keep their order */
export function sortRows(keys, direction) {
  const sign = direction === "ascending" ? 1 : -1;
  const places = keys.map((_, place) => place);
  const known = places.filter((place) => keys[place] !== "");
  known.sort((a, b) => sign * compare(keys[a] ?? "", keys[b] ?? ""));
  return [...known, ...places.filter((place) => keys[place] === "")];
}

/** @type {(now: string | null, first: Direction) => Direction} the direction after a click: `first`, then the other, and so on */
export function nextDirection(now, first) {
  if (!now) return first;
  return now === "ascending" ? "descending" : "ascending";
}
