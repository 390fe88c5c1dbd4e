/** The query lives in the address of the page, so that it can be kept and sent. */

/**
 * @param {URL | Location} address
 * @returns {string} the query in it, without white space around it
 */
export function queryIn(address) {
  return (new URLSearchParams(address.search).get("q") ?? "").trim();
}

/**
 * @param {URL | Location} address
 * @param {string} query
 * @returns {string} the path and query of the same page with this query
 */
export function addressWith(address, query) {
  const parameters = new URLSearchParams(address.search);
  if (query) parameters.set("q", query);
  else parameters.delete("q");
  const rest = parameters.toString();
  return address.pathname + (rest && `?${rest}`);
}
