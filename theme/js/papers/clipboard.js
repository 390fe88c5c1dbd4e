/** A paper for the clipboard: as HTML, which mail programs and word processors paste with headings and tables, and as plain text. */
import { titlesOf, writeBlocks } from "./paper.js";
import { escapeXml } from "./text.js";

/**
 * @import { Paper } from "./paper.js"
 * @import { Text } from "./text.js"
 */

/** @param {Paper} paper @returns {string} without styles, which our Content-Security-Policy does not even allow on the clipboard */
export function writeHtml(paper) {
  const cell = (/** @type {string} */ inner, isHead = false) => (isHead ? `<th align="left" valign="top">${inner}</th>` : `<td valign="top">${inner}</td>`);
  const row = (/** @type {string[]} */ cells) => `<tr>${cells.join("")}</tr>`;
  const blocks = writeBlocks(paper, {
    heading: ({ level, text }) => `<h${level + 1}>${escapeXml(text)}</h${level + 1}>`,
    paragraph: ({ text }) => `<p>${writeText(text)}</p>`,
    note: ({ text }) => `<blockquote>${writeText(text)}</blockquote>`,
    list: ({ items, isNumbered }) => {
      const tag = isNumbered ? "ol" : "ul";
      return `<${tag}>${items.map((item) => `<li>${writeText(item)}</li>`).join("")}</${tag}>`;
    },
    table: ({ head, rows }) => {
      const names = head.length ? row(head.map((name) => cell(escapeXml(name), true))) : "";
      const lines = rows.map((cells) => row(cells.map((text, place) => cell(writeText(text) || "&#160;", !head.length && place === 0))));
      return `<table border="1" cellspacing="0" cellpadding="4">${names}${lines.join("")}</table>`;
    },
  });
  const titles = titlesOf(paper).map(([style, text]) => (style === "Title" ? `<h1>${escapeXml(text)}</h1>` : `<p>${escapeXml(text)}</p>`));
  return [...titles, ...blocks].join("");
}

/** @param {Text} text @returns {string} */
function writeText(text) {
  return text
    .map(({ text: words, href, isBlank, isStrong, isBreak }) => {
      const inner = escapeXml(words);
      if (isBreak) return "<br>";
      if (href) return `<a href="${escapeXml(href)}">${inner}</a>`;
      if (isBlank) return `<mark>${inner}</mark>`;
      return isStrong ? `<strong>${inner}</strong>` : inner;
    })
    .join("");
}

/** @param {Paper} paper @returns {string} without markup; the cells of a table are separated by tabs, as spreadsheets expect */
export function writePlain(paper) {
  const blocks = writeBlocks(paper, {
    heading: ({ level, text }) => (level === 1 ? `\n${text.toUpperCase()}` : text),
    paragraph: ({ text }) => toPlain(text),
    note: ({ text }) => toPlain(text),
    list: ({ items, isNumbered }) => items.map((item, place) => `${isNumbered ? `${place + 1}.` : "-"} ${toPlain(item)}`).join("\n"),
    table: ({ head, rows }) => [...(head.length ? [head] : []), ...rows.map((cells) => cells.map(toPlain))].map((cells) => cells.join(head.length ? "\t" : ": ").trimEnd()).join("\n"),
  });
  return `${[...titlesOf(paper).map(([, text]) => text), ...blocks].join("\n\n")}\n`;
}

/** @param {Text} text @returns {string} a link with its address behind it */
function toPlain(text) {
  return text.map(({ text: words, href, isBreak }) => (isBreak ? " " : href && href !== words ? `${words} (${href})` : words)).join("");
}
