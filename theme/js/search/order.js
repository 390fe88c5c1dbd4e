/** The orders in which results can be listed. */

/**
 * @typedef {import("./address.js").Order} Order
 *
 * @typedef {object} Offer
 * @property {Order[]} orders those that make a difference
 * @property {Order} chosen
 * @property {boolean} isUseful whether there is anything to choose
 */

/**
 * @param {import("./address.js").Question} question
 * @param {boolean} canFit whether the reader filled in what would suit
 * @param {number} count how many are shown
 * @returns {Offer}
 */
export function offerOrders({ query, order }, canFit, count) {
  /** @type {Order[]} */
  const orders = [...(query ? /** @type {const} */ ([""]) : []), "nieuwste", ...(canFit ? /** @type {const} */ (["past"]) : [])];
  const chosen = orders.includes(order) ? order : query ? "" : "nieuwste";
  return { orders, chosen, isUseful: count > 1 && orders.length > 1 };
}
