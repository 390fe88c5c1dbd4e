// Prints, as JSON, each function in the given script files: [lines, name, file, first line]. A function within another
// counts for both; what has no name of its own is called after the variable or property that holds it.
import { readFileSync } from "node:fs";
import { parse } from "acorn";

const FUNCTIONS = new Set(["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"]);
const found = [];

function visit(node, holder, file) {
  if (FUNCTIONS.has(node.type)) {
    const name = node.id ?? holder.id ?? holder.key;
    found.push([node.loc.end.line - node.loc.start.line + 1, name?.name ?? "(anonymous)", file, node.loc.start.line]);
  }
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child?.type === "string") visit(child, node, file);
    }
  }
}

for (const file of process.argv.slice(2)) {
  const options = { ecmaVersion: "latest", sourceType: "module", locations: true };
  visit(parse(readFileSync(file, "utf8"), options), {}, file);
}
console.log(JSON.stringify(found));
