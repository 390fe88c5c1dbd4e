/** The steps of an approach as lines of Markdown: one list, one line each. */
import { cleanValue } from "./entry-text.js";

/** @param {string} text @returns {{ steps: string[], isOrdered: boolean } | null} null for more than a simple list */
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
    .map(cleanValue)
    .filter(Boolean)
    .map((step, place) => `${isOrdered ? `${place + 1}.` : "-"} ${step}`)
    .join("\n");
}
