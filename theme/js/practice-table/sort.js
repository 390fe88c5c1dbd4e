/** In which order the rows of a table stand. */

/** @typedef {"ascending" | "descending"} Direction */

/** Numbers by what they are, names as a Dutch list has them. */
const { compare } = new Intl.Collator("nl", { numeric: true, ignorePunctuation: true });

/** @type {(keys: readonly string[], direction: Direction) => number[]} numbers of the rows; those without a key last, those with the same key as they were */
export function sortRows(keys, direction) {
  const sign = direction === "ascending" ? 1 : -1;
  const places = keys.map((_, place) => place);
  const known = places.filter((place) => keys[place] !== "");
  known.sort((a, b) => sign * compare(keys[a] ?? "", keys[b] ?? ""));
  return [...known, ...places.filter((place) => keys[place] === "")];
}

/** @type {(now: string | null, first: Direction) => Direction} the order after a press: first the most useful one, then from one to the other */
export function nextDirection(now, first) {
  if (!now) return first;
  return now === "ascending" ? "descending" : "ascending";
}
