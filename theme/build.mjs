/**
 * Build the styles and scripts of the site into `.build/assets/`, each with a hash in its name.
 *
 * `manifest.json` gives the file of each name, with its value for Subresource Integrity.
 * When no input and no output has changed since the last run, nothing is built. Run it from the root: `node theme/build.mjs`.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

import { build } from "esbuild";
import { Features, transform } from "lightningcss";

import { numberPlaces, readProvinceMap, writeShapes } from "./province-shapes.mjs";
import { findWords, pruneStyles } from "./prune-styles.mjs";

const OUTPUT = ".build/assets";
const STAMP = `${OUTPUT}/inputs.sha256`;
const FONTS = "node_modules/@expo-google-fonts/source-serif-4";
const PROVINCES = "node_modules/@svg-maps/netherlands/netherlands.svg";

/** All inputs of the assets; templates are too, as they determine which rules of the style sheets are kept. */
const INPUTS = [
  "package-lock.json",
  "theme/build.mjs",
  "theme/css",
  "theme/favicon.svg",
  "theme/js",
  "theme/province-shapes.mjs",
  "theme/prune-styles.mjs",
  "theme/templates",
];

/** The oldest browsers with the full design; older ones show a readable page. */
const ESBUILD_TARGETS = ["chrome109", "firefox115", "safari15.6"];
const LIGHTNING_TARGETS = { chrome: 109 << 16, firefox: 115 << 16, safari: (15 << 16) | (6 << 8) };

/** The style sheet of every page, then the additional ones: a page has at most one of them, and fields.css on use. */
const SHEETS = [
  "site.css",
  "alphabet.css",
  "board-note.css",
  "charts.css",
  "compare.css",
  "fields.css",
  "form.css",
  "home.css",
  "partner.css",
  "practice.css",
  "search.css",
  "text.css",
  "topics.css",
];

/**
 * The scripts by name, each with its entry point and the parts that it loads on use (theme/js/parts.js). Parts are built first.
 * @type {Record<string, { entry: string, format?: "iife", parts?: string[] }>}
 */
const SCRIPTS = {
  "approach.js": { entry: "theme/js/approach/main.js" },
  "board-note.js": { entry: "theme/js/board-note/main.js" },
  "compare.js": { entry: "theme/js/compare/main.js" },
  "copy-plan.js": { entry: "theme/js/copy-plan/main.js" },
  "feedback.js": { entry: "theme/js/feedback/main.js" },
  "embed.js": { entry: "theme/js/embed/main.js" },
  "contribute.js": { entry: "theme/js/contribute/main.js" },
  "contribute-markdown.js": { entry: "theme/js/contribute/markdown.js" }, // contribute.js loads it at its last step
  "contribute-read-entry.js": { entry: "theme/js/contribute/read-entry.js" }, // and for it to improve a practice
  "material.js": { entry: "theme/js/material/main.js" },
  "search.js": { entry: "theme/js/search/main.js" },
  "table-filter.js": { entry: "theme/js/practice-table/filter.js" },
  "practice-table.js": { entry: "theme/js/practice-table/main.js", parts: ["table-filter.js"] },
  "service-worker.js": { entry: "theme/js/service-worker.js", format: "iife" }, // the build writes it beside the pages
  "site.js": { entry: "theme/js/site.js", parts: ["approach.js", "copy-plan.js", "fields.css", "search.js"] },
};

/** In the style sheet of every page. */
const NOTICE = "/*! Contains NL Design System components by Gemeente Utrecht, Frameless and the NLDS community (EUPL-1.2) */\n";

const inputs = INPUTS.flatMap(filesIn);
const digest = digestOf(inputs);
if (readStamp() !== digest || !isWhole()) {
  rmSync(OUTPUT, { recursive: true, force: true });
  mkdirSync(OUTPUT, { recursive: true });
  const manifest = await writeEverything();
  writeFileSync(`${OUTPUT}/manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync(STAMP, digest);
}

/** @typedef {Record<string, { file: string, integrity: string }>} Manifest by name */

/** @returns {Promise<Manifest>} */
async function writeEverything() {
  const map = readProvinceMap(readFileSync(PROVINCES, "utf8"));
  const manifest = writeAssets({
    ...(await bundleStyles(SHEETS)),
    "favicon.svg": readFileSync("theme/favicon.svg"),
    "font-bold.ttf": readFileSync(`${FONTS}/600SemiBold/SourceSerif4_600SemiBold.ttf`), // of social images
    "font-regular.ttf": readFileSync(`${FONTS}/400Regular/SourceSerif4_400Regular.ttf`),
    "provinces.json": Buffer.from(JSON.stringify(numberPlaces(map))), // for templates; browsers do not load it
    "provinces.svg": Buffer.from(writeShapes(map)),
  });
  for (const [name, { entry, format, parts = [] }] of Object.entries(SCRIPTS)) {
    const known = Object.fromEntries(parts.map((part) => [part, manifest[part]]));
    manifest[name] = writeAsset(name, await bundleScript(entry, known, format));
  }
  return manifest;
}

/**
 * List a file, or all files of a folder, in an order that is the same on every system.
 * @param {string} place
 * @returns {string[]}
 */
function filesIn(place) {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesIn(path.posix.join(place, name)));
}

/**
 * @param {string[]} files
 * @returns {string} a digest of their names and contents
 */
function digestOf(files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(`${file}\0${statSync(file).size}\0`).update(readFileSync(file));
  return hash.digest("hex");
}

/** @returns {string} the digest of the inputs of the current assets; "" without assets */
function readStamp() {
  try {
    return readFileSync(STAMP, "utf8");
  } catch {
    return "";
  }
}

/** @returns {boolean} whether every file in the manifest has the content that its value for integrity requires */
function isWhole() {
  try {
    /** @type {Manifest} */ const manifest = JSON.parse(readFileSync(`${OUTPUT}/manifest.json`, "utf8"));
    return Object.values(manifest).every(({ file, integrity }) => integrityOf(readFileSync(`${OUTPUT}/${file}`)) === integrity);
  } catch {
    return false;
  }
}

/** @param {Buffer} content @returns {string} its value for Subresource Integrity */
function integrityOf(content) {
  return `sha256-${createHash("sha256").update(content).digest("base64")}`;
}

/**
 * Bundle a script with the modules it imports.
 * @param {string} entry
 * @param {Manifest} parts that the script loads on use
 * @param {"esm" | "iife"} [format]
 * @returns {Promise<Buffer>}
 */
async function bundleScript(entry, parts, format = "esm") {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    charset: "utf8",
    define: { PARTS: JSON.stringify(parts) },
    format,
    legalComments: "eof", // the licence of lunr travels with its code
    loader: { ".html": "text" },
    minify: true,
    target: ESBUILD_TARGETS,
    write: false,
  });
  return Buffer.from(result.outputFiles[0].contents);
}

/**
 * Bundle the style sheets, and keep the rules and the design tokens that the templates use.
 * @param {string[]} names of files in theme/css: first the one of every page, then the additional ones
 * @returns {Promise<Record<string, Buffer>>} by name
 */
async function bundleStyles(names) {
  const bundled = await build({
    entryPoints: names.map((name) => `theme/css/${name}`),
    outdir: OUTPUT,
    bundle: true,
    charset: "utf8",
    legalComments: "none", // NOTICE says it once
    target: ESBUILD_TARGETS, // nested rules are flattened here, for pruning
    write: false,
  });
  const words = findWords(inputs.filter(namesClasses).map((file) => readFileSync(file, "utf8")));
  const texts = bundled.outputFiles.map(({ text }) => text); // in the order of the names
  const pruned = pruneStyles(texts, words, ["mvo-prose"]); // what Markdown makes has no classes
  const minified = names.map((name, place) => [name, minifyStyles(name, pruned[place])]);
  minified[0][1] = Buffer.concat([Buffer.from(NOTICE), minified[0][1]]);
  return Object.fromEntries(minified);
}

/**
 * @param {string} name
 * @param {string} css
 * @returns {Buffer}
 */
function minifyStyles(name, css) {
  const { code } = transform({
    filename: name,
    code: Buffer.from(css),
    minify: true,
    targets: LIGHTNING_TARGETS,
    exclude: Features.LightDark, // the colour scheme is a matter of @media here
  });
  return Buffer.from(code);
}

/**
 * @param {string} file
 * @returns {boolean} whether it can contain names of classes
 */
function namesClasses(file) {
  return file.startsWith("theme/templates/") || file.startsWith("theme/js/");
}

/**
 * @param {Record<string, Buffer>} assets
 * @returns {Manifest}
 */
function writeAssets(assets) {
  return Object.fromEntries(Object.entries(assets).map(([name, content]) => [name, writeAsset(name, content)]));
}

/**
 * Write an asset under a name that changes with its content.
 * @param {string} name
 * @param {Buffer} content
 * @returns {{ file: string, integrity: string }}
 */
function writeAsset(name, content) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
  const { name: stem, ext } = path.parse(name);
  const file = `${stem}.${hash}${ext}`;
  writeFileSync(`${OUTPUT}/${file}`, content);
  return { file, integrity: integrityOf(content) };
}
