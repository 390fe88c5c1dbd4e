/** Make the index of MiniSearch: `node minisearch.mjs PEERS DOCUMENTS OUTPUT`. */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

import { options } from "./engines/minisearch-options.js";

const [peers, documents, output] = process.argv.slice(2);
const MiniSearch = createRequire(path.resolve(peers, "package.json"))("minisearch");
const index = new MiniSearch(options);
index.addAll(JSON.parse(readFileSync(documents, "utf8")));
writeFileSync(output, JSON.stringify(index));
