/** The words without meaning that the build puts into the manifest of the index. */
import { readFileSync } from "node:fs";

import { parse } from "yaml";

const words = parse(readFileSync(new URL("../../plugins/mvo_catalogue/texts/search_words.yaml", import.meta.url), "utf8"));
export const stopWords = words.stop_words.trim().split(/\s+/);
export const fillerWords = words.filler_words.trim().split(/\s+/);
