/** What theme/build.mjs puts in the scripts. */

/** A piece of a page beside a script, as text. */
declare module "*.html" {
  const text: string;
  export default text;
}

/** The files of what is brought along on use, as far as they were made before the script that names them. */
declare const PARTS: Record<"approach.js" | "copy-plan.js" | "fields.css" | "search.js" | "table-filter.js", { file: string; integrity: string }>;
