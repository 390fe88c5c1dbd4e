import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { test } from "node:test";

const LIMIT = 80;

test("no function of the theme is longer than 80 lines", () => {
  const files = readdirSync("theme", { recursive: true }).filter((name) => /\.m?js$/.test(name)).sort().map((name) => `theme/${name}`);
  const functions = JSON.parse(execFileSync(process.execPath, ["tools/functions.mjs", ...files], { encoding: "utf8" }));
  assert.ok(functions.length > 100);
  const long = functions.filter(([lines]) => lines > LIMIT);
  assert.deepEqual(long.map(([lines, name, file, line]) => `${file}:${line} ${name}: ${lines} lines`), []);
});
