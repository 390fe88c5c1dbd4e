/** All tests of scripts in one process: half of their time went to starting Node for every file. One file: `node --test`. */
import { readdirSync } from "node:fs";

for (const name of readdirSync(new URL(".", import.meta.url), { recursive: true }).sort()) {
  if (name.endsWith(".test.mjs")) await import(`./${name}`);
}
