/** What a page of an organisation does before anybody asks: make ready its button, and wait until a part is opened. */
import { copyText } from "../lib/clipboard.js";
import { offerReload } from "../lib/renewed.js";
import { bring, onDemand } from "../parts.js";

/** Bring along the styles and the script of the letter, when somebody opens it. */
export function startLetter() {
  const details = document.querySelector("details[data-letter-maker]");
  if (!(details instanceof HTMLDetailsElement)) return;
  const load = onDemand(async (attempt) => {
    await bring("fields.css", attempt); // what the script shows has a shape by then
    await bring("approach.js", attempt);
  });
  const loadWhenOpen = () => details.open && load().catch(() => offerReload(details.firstElementChild)); // the letter can be read; opening it again asks again
  details.addEventListener("toggle", loadWhenOpen);
  loadWhenOpen();
}

/** Let a phone share in its own way where it has one. */
export function startSharing() {
  if (!("share" in navigator) || !matchMedia("(pointer: coarse)").matches) return;
  for (const link of document.querySelectorAll("a[data-share]")) {
    link.textContent = (link.textContent ?? "").replace("Mail", "Deel");
    link.addEventListener("click", (event) => {
      event.preventDefault();
      navigator.share({ title: document.title, url: link.getAttribute("data-share") ?? "" }).catch(() => {}); // who changes their mind
    });
  }
}

/** Show the buttons that copy an address. */
export function startCopyButtons() {
  for (const button of document.querySelectorAll("button[data-copy-address]")) {
    button.removeAttribute("hidden");
    button.addEventListener("click", async () => {
      const isCopied = await copyText(button.getAttribute("data-copy-address") ?? "");
      button.nextElementSibling?.replaceChildren(isCopied ? "Gekopieerd." : "Kopiëren lukte niet.");
    });
  }
}
