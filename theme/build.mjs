/**
 * Build the styles and scripts of the site into `.build/assets/`, each with a hash in its name.
 *
 * `manifest.json` beside them says which file stands for which name, with its value for Subresource Integrity.
 * Nothing happens when no input has changed since the last run. Run it from the root: `node theme/build.mjs`.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

import { build } from "esbuild";
import { Features, transform } from "lightningcss";

import { drawProvinces, writeShapes } from "./draw-provinces.mjs";
import { findWords, pruneStyles } from "./prune-styles.mjs";

const OUTPUT = ".build/assets";
const LETTERS = "node_modules/@expo-google-fonts/source-serif-4";
const STAMP = `${OUTPUT}/inputs.sha256`;

/** Everything that decides on the assets; templates do, as they say which rules of the style sheet are used. */
const INPUTS = ["theme/build.mjs", "theme/css", "theme/draw-provinces.mjs", "theme/favicon.svg", "theme/js", "theme/prune-styles.mjs", "theme/templates", "package-lock.json"];

/** The oldest browsers that see the design as it is meant; older ones get a readable page. */
const ESBUILD_TARGETS = ["chrome109", "firefox115", "safari15.6"];
const LIGHTNING_TARGETS = { chrome: 109 << 16, firefox: 115 << 16, safari: (15 << 16) | (6 << 8) };

/** The style sheet of every page, and then those beside it: a page has one of them at most, and fields.css on use. */
const SHEETS = ["site.css", "board-note.css", "charts.css", "compare.css", "fields.css", "form.css", "home.css", "letters.css", "partner.css", "practice.css", "practices.css", "search.css", "text.css", "topics.css"];

/** Stands in the sheet of every page. */
const NOTICE = "/*! Contains NL Design System components by Gemeente Utrecht, Frameless and the NLDS community (EUPL-1.2) */\n";

const inputs = INPUTS.flatMap(filesIn);
const digest = digestOf(inputs);
if (readStamp() !== digest) {
  rmSync(OUTPUT, { recursive: true, force: true });
  mkdirSync(OUTPUT, { recursive: true });
  const map = drawMap();
  // What is brought along on use (theme/js/parts.js) is made before the script that names it.
  const first = writeAssets({
    "approach.js": await bundleScript("theme/js/approach/main.js"),
    "copy.js": await bundleScript("theme/js/copy/main.js"),
    "fit.js": await bundleScript("theme/js/fit/main.js"),
    ...(await bundleStyles(SHEETS)),
  });
  const { "approach.js": approach, "copy.js": copy, "fields.css": fields, "fit.js": fit } = first;
  const search = writeAsset("search.js", await bundleScript("theme/js/search/main.js", { parts: { "fit.js": fit } }));
  const parts = { "approach.js": approach, "copy.js": copy, "fields.css": fields, "fit.js": fit, "search.js": search };
  const others = writeAssets({
    "compare.js": await bundleScript("theme/js/compare/main.js"),
    "fit-page.js": await bundleScript("theme/js/fit/page.js"),
    "favicon.svg": readFileSync("theme/favicon.svg"),
    "form.js": await bundleScript("theme/js/contribute/main.js"),
    "form-markdown.js": await bundleScript("theme/js/contribute/markdown.js"), // form.js asks for it at its last step
    "form-read-entry.js": await bundleScript("theme/js/contribute/read-entry.js"), // and for it to improve a practice
    "letters-bold.ttf": readFileSync(`${LETTERS}/600SemiBold/SourceSerif4_600SemiBold.ttf`), // the build draws pictures with them
    "letters-regular.ttf": readFileSync(`${LETTERS}/400Regular/SourceSerif4_400Regular.ttf`),
    "provinces.json": Buffer.from(JSON.stringify(map.places)), // the templates put their numbers by it; no reader asks for it
    "provinces.svg": Buffer.from(map.shapes),
    "service-worker.js": await bundleScript("theme/js/service-worker.js", { format: "iife" }), // the build writes it beside the pages
    "site.js": await bundleScript("theme/js/site.js", { parts }),
  });
  const manifest = { ...first, "search.js": search, ...others };
  writeFileSync(`${OUTPUT}/manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync(STAMP, digest);
}

/**
 * List a file, or all files of a folder, in an order that is the same everywhere.
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

/** @returns {string} the digest of the inputs that the present assets were made from, or nothing */
function readStamp() {
  try {
    return readFileSync(STAMP, "utf8");
  } catch {
    return "";
  }
}

/**
 * Bundle a script with the modules it imports.
 * @param {string} entry
 * @param {{ format?: "esm" | "iife", parts?: Record<string, { file: string, integrity: string }> }} [options] parts: what
 *   the script brings along on use
 * @returns {Promise<Buffer>}
 */
async function bundleScript(entry, { format = "esm", parts = {} } = {}) {
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
 * @param {string[]} names of files in theme/css: first the one of every page, then those beside it on some pages
 * @returns {Promise<Record<string, Buffer>>} by name
 */
async function bundleStyles(names) {
  const bundled = await build({
    entryPoints: names.map((name) => `theme/css/${name}`),
    outdir: OUTPUT,
    bundle: true,
    charset: "utf8",
    legalComments: "none", // NOTICE says it once
    target: ESBUILD_TARGETS, // nested rules are written out here: pruning judges flat ones
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

/** @returns {{ shapes: string, places: object }} a picture with the shapes of the provinces, and where their numbers stand */
function drawMap() {
  const drawing = drawProvinces(readFileSync("node_modules/@svg-maps/netherlands/netherlands.svg", "utf8"));
  const places = Object.fromEntries(Object.entries(drawing.shapes).map(([name, { x, y }]) => [name, { x, y }]));
  return { shapes: writeShapes(drawing), places: { ...drawing, shapes: places } };
}
/**
 * @param {string} file
 * @returns {boolean} whether classes of the style sheet can be named in it
 */
function namesClasses(file) {
  return file.startsWith("theme/templates/") || file.startsWith("theme/js/");
}

/**
 * @param {Record<string, Buffer>} assets
 * @returns {Record<string, { file: string, integrity: string }>} by name
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
  return { file, integrity: `sha256-${createHash("sha256").update(content).digest("base64")}` };
}
