/** Save a paper as a file, made in the browser. */
import { onPress } from "../lib/dom.js";
import { TYPE as DOCX, writeDocx } from "./docx.js";
import { TYPE as ODT, writeOdt } from "./odt.js";

/** @import { Paper } from "./paper.js" */

/** @param {Paper} paper @param {string} format "docx" or "odt" @returns {string} the message for the reader; fails when the file cannot be made */
export function savePaper(paper, format) {
  const blob = format === "odt" ? new Blob([writeOdt(paper)], { type: ODT }) : new Blob([writeDocx(paper)], { type: DOCX });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${paper.file}.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // the browser may still be reading
  return `Gemaakt: ${link.download}. U vindt het bij uw downloads.`;
}

/** @type {(status: HTMLElement, make: () => Paper) => void} let the buttons of this page save the paper as it is at that moment */
export function offerFiles(status, make) {
  onPress(document, "[data-take=docx], [data-take=odt]", ({ dataset }) => {
    status.textContent = savePaper(make(), dataset["take"] ?? "");
  });
}
