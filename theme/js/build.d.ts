/** What theme/build.mjs puts in the scripts. */

/** A piece of a page beside a script, as text. */
declare module "*.html" {
  const text: string;
  export default text;
}

/** The files of parts that are loaded on demand, as far as they were built before the script that names them. */
declare const PARTS: Record<"approach.js" | "copy-plan.js" | "fields.css" | "search.js" | "table-filter.js", { file: string; integrity: string }>;
