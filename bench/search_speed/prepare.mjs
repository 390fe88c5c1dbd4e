/** Bundle the engines as the site bundles its scripts: `node prepare.mjs FOLDER`. */
import path from "node:path";

import { build } from "esbuild";

await build({
  absWorkingDir: import.meta.dirname,
  entryPoints: ["engines/ours.js", "engines/pagefind.js"],
  bundle: true,
  charset: "utf8",
  external: ["/pagefind/*"],
  format: "esm",
  minify: true,
  outdir: path.join(process.argv[2], "engines"),
  target: ["chrome109", "firefox115", "safari15.6"],
  logLevel: "warning",
});
