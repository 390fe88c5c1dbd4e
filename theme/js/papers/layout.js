/** The layout of papers, the same in every format: font sizes in points, lengths in millimetres, colours from the tokens of the site. */

export const FONT = "Arial";
export const INK = "1a231f";
export const PINE = "115740";
export const PINE_SOFT = "e3efe8";
export const NOTE = "f6f4ee";
export const BLANK = "fdf3d4";
export const LINE = "b9bfba";
export const SUBTLE = "535f59";

const PAGE = { width: 210, height: 297 };

/** @param {Layout} layout @returns {{ width: number, height: number, orientation: "portrait" | "landscape" }} */
export const pageOf = ({ isLandscape }) => (isLandscape ? { width: PAGE.height, height: PAGE.width, orientation: "landscape" } : { ...PAGE, orientation: "portrait" });

/**
 * @typedef {object} Layout
 * @property {number} margin
 * @property {boolean} [isLandscape]
 * @property {number} spacing factor for the space around blocks
 * @property {number} line line height, as a factor of the font size
 * @property {number} cell padding above and below the text of a cell
 * @property {{ text: number, table: number, subtitle: number, title: number, heading: [number, number], footer: number }} size
 */

/** @type {Layout} */
const PLAN = { margin: 22, spacing: 1, cell: 1.2, line: 1.15, size: { text: 10.5, table: 9.5, subtitle: 12, title: 22, heading: [16, 12.5], footer: 8.5 } };

/** @type {Record<import("./paper.js").Paper["layout"], Layout>} */
export const LAYOUTS = {
  plan: PLAN,
  letter: { ...PLAN, cell: 4 }, // its tables are to be signed
  wide: { ...PLAN, isLandscape: true, margin: 16, size: { ...PLAN.size, title: 18, table: 9 } },
  memo: { margin: 15, spacing: 0.3, cell: 0.5, line: 1, size: { text: 9.5, table: 9.5, subtitle: 10, title: 15, heading: [11, 10], footer: 8 } },
};

/** @param {Layout} layout @returns {number} */
export const textWidth = (layout) => pageOf(layout).width - 2 * layout.margin;
