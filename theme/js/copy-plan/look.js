/** How a plan looks, for every writer the same: sizes in points, lengths in millimetres, colours as in the site's tokens. */

export const FONT = "Arial";
export const INK = "1a231f";
export const PINE = "115740";
export const PINE_SOFT = "e3efe8";
export const NOTE = "f6f4ee";
export const BLANK = "fdf3d4";
export const LINE = "b9bfba";
export const SUBTLE = "535f59";

export const PAGE = { width: 210, height: 297, margin: 22 };
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;

export const SIZE = { text: 10.5, table: 9.5, subtitle: 12, title: 22, heading: [16, 12.5], footer: 8.5 };
