/** Bundle the engines as the site bundles its scripts: `node bundle.mjs PEERS OUTPUT`. */
import path from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const [peers, output] = process.argv.slice(2);
await build({
  absWorkingDir: path.dirname(fileURLToPath(import.meta.url)),
  entryPoints: ["ours", "lunr", "minisearch", "pagefind"].map((name) => `engines/${name}.js`),
  bundle: true,
  charset: "utf8",
  external: ["/pagefind/*"],
  format: "esm",
  legalComments: "eof",
  minify: true,
  nodePaths: [path.resolve(peers, "node_modules")],
  outdir: path.resolve(output),
  target: ["chrome109", "firefox115", "safari15.6"],
  logLevel: "warning",
});
