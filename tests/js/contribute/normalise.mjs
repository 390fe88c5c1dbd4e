/** Print how the form normalises each text in a field of each type. */
import { readFileSync } from "node:fs";

import { Normaliser } from "../../../theme/js/contribute/normalise.js";

const { words, written } = JSON.parse(readFileSync(0, "utf8"));
const reader = new Normaliser(words);
const answers = Object.entries(written).map(([kind, texts]) => [kind, Object.fromEntries(texts.map((text) => [text, reader.read(kind, text)]))]);
process.stdout.write(JSON.stringify(Object.fromEntries(answers)));
