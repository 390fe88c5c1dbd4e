/** Of the words on the standard input, one on a line, print those that the search on an index takes for another. */
import { readFileSync } from "node:fs";

import { buildQuery } from "../../../theme/js/search/dutch.js";
import { openFiles } from "../lunr-shards/both-ways.mjs";

const engine = await openFiles(process.argv[2]);
const words = readFileSync(0, "utf8").split("\n").filter(Boolean);
const readings = await Promise.all(words.map((word) => buildQuery(`${word} `, engine)));
console.log(JSON.stringify(words.filter((_, place) => readings[place].mended.length > 0)));
