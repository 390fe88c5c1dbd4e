/** Give a reader a paper: as a file, made on the spot. */
import { onPress } from "../lib/dom.js";
import { TYPE as DOCX, writeDocx } from "./docx.js";
import { TYPE as ODT, writeOdt } from "./odt.js";

/** @import { Paper } from "./paper.js" */

/** @param {Paper} paper @param {string} way "docx" or "odt" @returns {string} what to tell the reader; fails when it cannot be made */
export function savePaper(paper, way) {
  const blob = way === "odt" ? new Blob([writeOdt(paper)], { type: ODT }) : new Blob([writeDocx(paper)], { type: DOCX });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${paper.file}.${way}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // the browser may still be reading
  return `Gemaakt: ${link.download}. U vindt het bij uw downloads.`;
}

/** @type {(status: HTMLElement, make: () => Paper) => void} Let the buttons of this page save the paper as it is then, and say so. */
export function offerFiles(status, make) {
  onPress(document, "[data-take=docx], [data-take=odt]", ({ dataset }) => {
    status.textContent = savePaper(make(), dataset["take"] ?? "");
  });
}
