/** Bundle the engines as the site bundles its scripts, and make MiniSearch's index: `node prepare.mjs PEERS FOLDER`. */
import { readFileSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

import { build } from "esbuild";

import { options } from "./engines/minisearch.js";

const [peers, folder] = process.argv.slice(2);
await build({
  absWorkingDir: import.meta.dirname,
  entryPoints: ["ours", "lunr", "minisearch", "pagefind"].map((name) => `engines/${name}.js`),
  bundle: true,
  charset: "utf8",
  external: ["/pagefind/*"],
  format: "esm",
  minify: true,
  nodePaths: [path.resolve(peers, "node_modules")],
  outdir: path.join(folder, "engines"),
  target: ["chrome109", "firefox115", "safari15.6"],
  logLevel: "warning",
});
const MiniSearch = createRequire(path.resolve(peers, "package.json"))("minisearch");
const index = new MiniSearch(options);
index.addAll(JSON.parse(readFileSync(path.join(folder, "documents.json"), "utf8")));
mkdirSync(path.join(folder, "minisearch"), { recursive: true });
writeFileSync(path.join(folder, "minisearch/index.json"), JSON.stringify(index));
