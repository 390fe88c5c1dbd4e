/** A text beside a practice: what can be taken over of it, on the clipboard and in a file. */
import { copyText } from "../lib/clipboard.js";
import { localDay } from "../lib/days.js";
import { element, elements } from "../lib/dom.js";
import { writeHtml, writePlain } from "../papers/clipboard.js";
import { savePaper } from "../papers/files.js";
import { findParts, readPart } from "../papers/page.js";
import { makeMaterial } from "./paper.js";

const root = document.querySelector("[data-module=material]");
if (root instanceof HTMLElement) start(root);

/** @param {HTMLElement} root */
function start(root) {
  const letter = root.querySelector("[data-letter]");
  const title = element(document, "h1", HTMLElement).innerText;
  const about = { ...root.dataset, title, source: location.href, day: localDay() };
  const paper = makeMaterial(about, findParts(letter ?? root).flatMap(readPart), letter !== null);
  const said = element(document, "[data-taken]", HTMLElement);
  for (const button of elements(document, "[data-take]", HTMLButtonElement)) {
    const way = button.dataset["take"] ?? "";
    button.addEventListener("click", async () => {
      if (way !== "copy") said.textContent = savePaper(paper, way);
      else said.textContent = (await copyText(writePlain(paper), writeHtml(paper))) ? "Gekopieerd." : "Kopiëren lukte niet.";
    });
  }
}
