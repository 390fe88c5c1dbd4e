/** Print, for each [list, text] on standard input, what the form finds with these files: its values, and the files that it loaded for it. */
import { readFileSync } from "node:fs";

import { findExact } from "../../../theme/js/contribute/choices.js";
import { Names } from "../../../theme/js/contribute/names.js";

const { files, asked } = JSON.parse(readFileSync(0, "utf8"));
const answers = [];
for (const [list, text] of asked) {
  const loaded = [];
  const names = new Names({}, async (name) => {
    loaded.push(name);
    return JSON.parse(files[name]);
  });
  const found = await names.find(list, text);
  answers.push({ found: found.map(({ value }) => value), exact: findExact(found, text)?.value ?? "", loaded });
}
process.stdout.write(JSON.stringify(answers));
