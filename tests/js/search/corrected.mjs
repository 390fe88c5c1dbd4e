/** Print the words on standard input, one on a line, that the search corrects. */
import { readFileSync } from "node:fs";

import { buildQuery } from "../../../theme/js/search/dutch.js";
import { openFiles } from "../lunr-shards/both-ways.mjs";

const engine = await openFiles(process.argv[2]);
const words = readFileSync(0, "utf8").split("\n").filter(Boolean);
const interpretations = await Promise.all(words.map((word) => buildQuery(`${word} `, engine)));
console.log(JSON.stringify(words.filter((_, place) => interpretations[place].corrections.length > 0)));
