/** A text that comes with a practice, to copy or to save as a file. */
import { copyText } from "../lib/clipboard.js";
import { localDay } from "../lib/days.js";
import { element, onPress } from "../lib/dom.js";
import { writeHtml, writePlain } from "../papers/clipboard.js";
import { offerFiles } from "../papers/files.js";
import { findParts, readPart } from "../papers/page.js";
import { letterhead } from "../papers/paper.js";
import { makeMaterial } from "./paper.js";

const root = document.querySelector("[data-module=material]");
if (root instanceof HTMLElement) start(root);

/** @param {HTMLElement} root */
function start(root) {
  const letter = root.querySelector("[data-letter]");
  const title = element(document, "h1", HTMLElement).innerText;
  const about = { ...root.dataset, title, source: location.href, day: localDay() };
  const paper = makeMaterial(about, findParts(letter ?? root).flatMap(readPart), letter !== null);
  const isLetter = Boolean(letter?.getAttribute("data-letter"));
  const file = isLetter ? { ...paper, blocks: [...letterhead(), ...paper.blocks] } : makeMaterial(about, findParts(root).flatMap(readPart), false);
  const status = element(document, "[data-taken]", HTMLElement);
  offerFiles(status, () => file);
  onPress(document, "[data-take=copy]", async () => {
    status.textContent = (await copyText(writePlain(paper), writeHtml(paper))) ? "Gekopieerd." : "Kopiëren lukte niet.";
  });
}
