/** The steps of an approach as Markdown: one list with a line per step. */
import { cleanText, cleanValue } from "./entry-text.js";

const NUMBER = String.raw`(?:stap|fase)\s\d{1,2}\s*[:.)–-]?\s+|\(\d{1,2}\)\s*|\d{1,2}[.)](?:\s+|(?=\p{L}))|\d{1,2}:\s+|[①-⑳]\s*|\d\ufe0f?\u20e3\s*|[a-z][.)]\s+`;
const BULLET = String.raw`[•‣◦▪▫●○■□∙·\u2043➢➤►▶→❖◆★☐☑☒✓✔\uf0a7\uf0b7\uf0d8\uf0fc]\s*|[-*+–—―−]\s+|[–—](?=\p{L})`;
const MARKS = [new RegExp(`^\\s*(?:${NUMBER})`, "iu"), new RegExp(`^\\s*(?:${BULLET})`, "u")];
const END = /[.!?…]["”’)]*$/;

/** @param {string} text @returns {{ steps: string[], isOrdered: boolean } | null} null if it is not a simple list */
export function readSteps(text) {
  if (!text.trim()) return { steps: [], isOrdered: true };
  const lines = text.split("\n");
  const isOrdered = /^\d/.test(text);
  const steps = lines.map((line, place) => (isOrdered ? line.match(/^(\d+)\. (\S.*)$/) : line.match(/^(-) (\S.*)$/)) ?? [place]);
  const isSimple = steps.every(([, mark], place) => mark === (isOrdered ? String(place + 1) : "-"));
  return isSimple ? { steps: steps.map(([, , step]) => String(step)), isOrdered } : null;
}

/** @param {readonly string[]} steps @param {boolean} isOrdered @returns {string} */
export function writeSteps(steps, isOrdered) {
  return steps
    .flatMap(splitSteps)
    .map((step, place) => `${isOrdered ? `${place + 1}.` : "-"} ${step}`)
    .join("\n");
}

/** @param {string} text as it was typed or pasted @returns {string[]} a step per list item, or per line that ends with a sentence; without list markers */
export function splitSteps(text) {
  const lines = cleanText(text).split("\n").filter((line) => line.trim());
  const mark = MARKS.find((mark) => lines.some((line) => mark.test(line)));
  const areSentences = lines.slice(0, -1).every((line) => END.test(line.trim()));
  /** @type {string[]} */
  const steps = [];
  for (const line of lines) {
    const step = cleanValue(mark ? line.replace(mark, "") : line);
    if (steps.length && !(mark ? mark.test(line) : areSentences)) steps.push(`${steps.pop()} ${step}`);
    else steps.push(step);
  }
  return steps.filter(Boolean);
}
