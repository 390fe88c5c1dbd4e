/** The orders in which results can be listed. */

/**
 * @import { Order, Question } from "./address.js"
 *
 * @typedef {object} Offer
 * @property {Order[]} orders those that make a difference
 * @property {Order} chosen
 * @property {boolean} isUseful whether there is anything to choose
 */

/** @type {(question: Question, canFit: boolean, count: number) => Offer} `count` is how many are shown */
export function offerOrders({ query, order }, canFit, count) {
  /** @type {Order[]} */
  const orders = [...(query ? /** @type {const} */ ([""]) : []), "nieuwste", ...(canFit ? /** @type {const} */ (["past"]) : [])];
  const chosen = orders.includes(order) ? order : query ? "" : "nieuwste";
  return { orders, chosen, isUseful: count > 1 && orders.length > 1 };
}
