/** How a paper looks, for every writer the same: sizes in points, lengths in millimetres, colours as in the site's tokens. */

export const FONT = "Arial";
export const INK = "1a231f";
export const PINE = "115740";
export const PINE_SOFT = "e3efe8";
export const NOTE = "f6f4ee";
export const BLANK = "fdf3d4";
export const LINE = "b9bfba";
export const SUBTLE = "535f59";

const PAGE = { width: 210, height: 297 };

/** @param {Look} look @returns {{ width: number, height: number, orientation: "portrait" | "landscape" }} */
export const pageOf = ({ isAcross }) => (isAcross ? { width: PAGE.height, height: PAGE.width, orientation: "landscape" } : { ...PAGE, orientation: "portrait" });

/**
 * @typedef {object} Look
 * @property {number} margin
 * @property {boolean} [isAcross] whether the page lies on its side
 * @property {number} air what the space around a block is multiplied by
 * @property {number} line how far lines are apart
 * @property {number} cell the space above and below the text of a cell
 * @property {{ text: number, table: number, subtitle: number, title: number, heading: [number, number], footer: number }} size
 */

/** @type {Look} */
const PLAN = { margin: 22, air: 1, cell: 1.2, line: 1.15, size: { text: 10.5, table: 9.5, subtitle: 12, title: 22, heading: [16, 12.5], footer: 8.5 } };

/** @type {Record<import("./paper.js").Paper["look"], Look>} */
export const LOOKS = {
  plan: PLAN,
  letter: PLAN,
  wide: { ...PLAN, isAcross: true, margin: 16, size: { ...PLAN.size, title: 18, table: 9 } },
  memo: { margin: 15, air: 0.3, cell: 0.5, line: 1, size: { text: 9.5, table: 9.5, subtitle: 10, title: 15, heading: [11, 10], footer: 8 } },
};

/** @param {Look} look @returns {number} */
export const textWidth = (look) => pageOf(look).width - 2 * look.margin;
