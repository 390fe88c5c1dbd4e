/** Which row of the table is which document of the index. */

/** @param {readonly string[]} slugs @returns {number[]} the place of each document of the index, which has them in the order of the keys of an object */
export function numberRows(slugs) {
  const places = new Map(slugs.map((slug, place) => [slug, place]));
  return Object.keys(Object.fromEntries([...slugs].sort().map((slug) => [slug, true]))).map((slug) => /** @type {number} */ (places.get(slug)));
}
