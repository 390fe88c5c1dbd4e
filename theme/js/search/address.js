/** A search is in the address of the page, so that it can be bookmarked and shared. */

/**
 * @typedef {"" | "bekend" | "jaar" | "nieuwste"} Order by relevance, by how much is known, by the
 *   year in which it began, or by the day on which it was published
 *
 * @typedef {object} Search
 * @property {string} query the words, trimmed
 * @property {Order} order
 * @property {ReadonlyMap<string, readonly string[]>} chosen the chosen values per facet, without empty facets
 *
 * @typedef {{ orders: Order[], chosen: Order, isUseful: boolean }} Offer the orders to choose from; `isUseful` when they differ
 */

const WORDS = "q";
const ORDER = "volgorde";

/** @type {readonly Order[]} */
const ORDERS = ["", "bekend", "jaar", "nieuwste"];

/** @type {Order} the order without a query */
export const FIRST = "bekend";

/** @type {(address: URL | Location, facets: readonly string[], former?: ReadonlyMap<string, string>) => Search} `former` has the current value for each former `facet/value` */
export function readSearch(address, facets, former = new Map()) {
  const parameters = new URLSearchParams(address.search);
  const read = (/** @type {string} */ facet) => parameters.getAll(facet).map((value) => former.get(`${facet}/${value}`) ?? value);
  const chosen = facets.map((facet) => /** @type {const} */ ([facet, [...new Set(read(facet))].filter(Boolean)]));
  return {
    query: (parameters.get(WORDS) ?? "").trim(),
    order: ORDERS.find((order) => order === parameters.get(ORDER)) ?? "",
    chosen: new Map(chosen.filter(([, values]) => values.length > 0)),
  };
}

/** @type {(search: Search, path: string) => string} */
export function addressOf({ query, order, chosen }, path) {
  const parameters = new URLSearchParams();
  if (query) parameters.set(WORDS, query);
  for (const [facet, values] of chosen) for (const value of values) parameters.append(facet, value);
  if (order) parameters.set(ORDER, order);
  const text = parameters.toString();
  return path + (text && `?${text}`);
}

/** @type {(search: Search, query: string) => Search} */
export function retype(search, query) {
  // This is the order without a query anyway.
  return { ...search, query, order: search.order === FIRST && !query ? "" : search.order };
}

/** @type {(search: Search, facet: string, value: string) => Search} with this value added or removed */
export function toggle(search, facet, value) {
  const values = search.chosen.get(facet) ?? [];
  const left = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  const chosen = new Map(search.chosen);
  if (left.length > 0) chosen.set(facet, left);
  else chosen.delete(facet);
  return { ...search, chosen };
}

/** @type {(search: Search, count: number) => Offer} `count` is the number of practices found */
export function offerOrders({ query, order }, count) {
  const orders = ORDERS.filter((order) => order !== "" || query);
  const chosen = orders.includes(order) ? order : query ? "" : FIRST;
  return { orders, chosen, isUseful: count > 1 && orders.length > 1 };
}
