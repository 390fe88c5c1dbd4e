/** Run the queries on standard input on stock lunr.js and our engine: `node ask-both.mjs FOLDER`, run by tests in Python. */
import { readFileSync } from "node:fs";

import { askEngine, askLunr, openBoth } from "./both-ways.mjs";

const { lunr, engine, refs } = await openBoth(process.argv[2]);
const answers = [];
for (const query of JSON.parse(readFileSync(0, "utf8"))) {
  const found = [askLunr(lunr, query), await askEngine(engine, query, refs)];
  answers.push(found.map(({ refs, scores }) => [refs, scores]));
}
console.log(JSON.stringify(answers));
