/** What a page of an organisation does before anybody asks: make ready its button, and wait until a part is opened. */

import { copyText } from "../lib/clipboard.js";
import { bring } from "../parts.js";

/** Bring along the styles and the script of the letter, when somebody opens it. */
export function startLetter() {
  const details = document.querySelector("details[data-letter-maker]");
  if (!(details instanceof HTMLDetailsElement)) return;
  let attempt = 0;
  let isAskedFor = false;
  const load = async () => {
    if (!details.open || isAskedFor) return;
    isAskedFor = true;
    attempt += 1;
    try {
      await bring("fields.css", attempt); // what the script shows has a shape by then
      await bring("approach.js", attempt);
    } catch {
      isAskedFor = false; // the letter can be read; who opens it again, asks again
    }
  };
  details.addEventListener("toggle", load);
  void load();
}

/** Show the buttons that copy an address. */
export function startAddressButtons() {
  for (const button of document.querySelectorAll("button[data-copy-address]")) {
    button.removeAttribute("hidden");
    button.addEventListener("click", async () => {
      const address = button.getAttribute("data-copy-address") ?? "";
      const said = (await copyText(address)) ? "Gekopieerd." : "Kopiëren lukte niet.";
      if (button.nextElementSibling) button.nextElementSibling.textContent = said;
    });
  }
}
