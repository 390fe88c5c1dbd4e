/** The build of the assets does nothing if they are intact, and everything otherwise. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";

const ROOT = process.cwd();

test("damaged or missing assets are rebuilt, intact ones are not", (context) => {
  const folder = mkdtempSync(path.join(tmpdir(), "assets-"));
  context.after(() => rmSync(folder, { recursive: true }));
  for (const name of ["theme", "package.json", "package-lock.json", ".build/assets"]) cpSync(path.join(ROOT, name), path.join(folder, name), { recursive: true, preserveTimestamps: true });
  symlinkSync(path.join(ROOT, "node_modules"), path.join(folder, "node_modules"));
  const make = () => execFileSync(process.execPath, ["theme/build.mjs"], { cwd: folder });
  const manifest = path.join(folder, ".build/assets/manifest.json");
  const style = path.join(folder, ".build/assets", JSON.parse(readFileSync(manifest, "utf8"))["site.css"].file);
  const whole = readFileSync(style);

  const { mtimeMs } = statSync(style);
  make();
  assert.equal(statSync(style).mtimeMs, mtimeMs);
  for (const damage of [() => truncateSync(style, 10), () => rmSync(style), () => writeFileSync(manifest, "{")]) {
    damage();
    make();
    assert.deepEqual(readFileSync(style), whole);
  }
});
