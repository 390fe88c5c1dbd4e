/** The template, the styles, the script and the tests of a component are found by its one name (docs/theme.md). */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const namesIn = (folder, end) => readdirSync(`theme/${folder}`).filter((name) => name.endsWith(end)).map((name) => name.slice(0, name.length - end.length));
const templates = namesIn("templates/components", ".html");

/** Whether there is a template of this name: of a component, of a part of one, or of a whole page. */
function hasTemplate(name) {
  return templates.some((one) => one === name || one.startsWith(`${name}-`)) || existsSync(`theme/templates/${name.replaceAll("-", "_")}.html`);
}

test("styles belong to a template, or to a script that makes the component", () => {
  const lost = namesIn("css/components", ".css").filter((name) => !hasTemplate(name) && !existsSync(`theme/js/lib/${name}.js`));
  assert.deepEqual(lost, []);
});

test("the class of a component is its name", () => {
  const lost = namesIn("css/components", ".css").filter((name) => !new RegExp(`\\.mvo-${name}(?:__|--|(?![\\w-]))`).test(readFileSync(`theme/css/components/${name}.css`, "utf8")));
  assert.deepEqual(lost, []);
});

test("a script belongs to a template, and has its tests in a folder of its name", () => {
  const components = namesIn("js", "").filter((name) => !name.includes(".") && !["lib", "lunr-shards", "papers"].includes(name));
  assert.ok(components.includes("search"));
  assert.deepEqual(components.filter((name) => !hasTemplate(name) || !existsSync(`tests/js/${name}`)), []);
});
