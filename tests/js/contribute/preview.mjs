/** Answers, for texts of a practice, what the preview of the form shows. */
import { readFileSync } from "node:fs";

import { makeMarkdown } from "../../../theme/js/contribute/markdown.js";

const { body, texts } = JSON.parse(readFileSync(0, "utf8"));
const { renderMarkdown } = makeMarkdown(body);
process.stdout.write(JSON.stringify(texts.map((text) => renderMarkdown(text, (file) => `https://example.org/${file}`))));
