/** A plan as plain Markdown, for a mail or a page of one's own. */
import { writeBlocks } from "./plan.js";

/**
 * @import { Plan, Table } from "./plan.js"
 * @import { Text } from "./text.js"
 */

/** @param {Plan} plan @returns {string} */
export function writeMarkdown(plan) {
  const blocks = writeBlocks(plan, {
    heading: ({ level, text }) => `${"#".repeat(level + 1)} ${escape(text)}`,
    paragraph: ({ text }) => escapeStart(writeText(text)),
    note: ({ text }) => `> ${writeText(text)}`,
    list: ({ items }) => items.map((item) => `- ${writeText(item)}`).join("\n"),
    table: writeTable,
  });
  return `${[`# ${escape(plan.title)}`, escape(plan.subtitle), ...blocks].join("\n\n")}\n`;
}

/** @param {Table} table @returns {string} */
function writeTable({ head, widths, rows }) {
  const row = (/** @type {string[]} */ cells) => `| ${cells.join(" | ")} |`;
  return [row(widths.map((_, column) => head[column] ?? "")), row(widths.map(() => "---")), ...rows.map((cells) => row(cells.map(writeText)))].join("\n");
}

/** @param {Text} text @returns {string} */
function writeText(text) {
  return text
    .map((run) => {
      const words = run.isBlank ? run.text : escape(run.text);
      if (run.href) return run.href === run.text ? `<${run.href}>` : `[${words}](<${run.href.replace(/[<>]/g, encodeURIComponent)}>)`;
      return run.isStrong ? `**${words}**` : words;
    })
    .join("");
}

/** @param {string} text @returns {string} without marks that Markdown or HTML would act on */
const escape = (text) => text.replace(/[\\`*_<>|[\]]/g, "\\$&");

/** @param {string} line @returns {string} without a mark at its start that makes it a heading or a list */
const escapeStart = (line) => line.replace(/^([#+-]|\d+(?=[.)]))/, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`));
