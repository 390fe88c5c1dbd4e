/** What pages need at once of the letter and of sharing; the letter itself is loaded when it is opened. */
import { copyText } from "../lib/clipboard.js";
import { offerReload } from "../lib/renewed.js";
import { loadPart, onDemand } from "../parts.js";

/** Load the styles and the script of the letter when somebody opens it. */
export function startLetter() {
  const details = document.querySelector("details[data-letter-maker]");
  if (!(details instanceof HTMLDetailsElement)) return;
  const load = onDemand(async (attempt) => {
    await loadPart("fields.css", attempt); // before the script shows fields
    await loadPart("approach.js", attempt);
  });
  if (location.hash === "#benaderen") details.open = true; // a link to the letter
  const loadWhenOpen = () => details.open && load().catch(() => offerReload(details.firstElementChild)); // the letter can be read without; opening it again tries again
  details.addEventListener("toggle", loadWhenOpen);
  loadWhenOpen();
}

/** On a phone, share a page by the share menu of the system instead of by mail. */
export function startSharing() {
  if (!("share" in navigator) || !matchMedia("(pointer: coarse)").matches) return;
  for (const link of document.querySelectorAll("a[data-share]")) {
    link.textContent = (link.textContent ?? "").replace("Mail", "Deel");
    link.addEventListener("click", (event) => {
      event.preventDefault();
      navigator.share({ title: document.title, url: link.getAttribute("data-share") ?? "" }).catch(() => {}); // cancelled
    });
  }
}

/** Show the buttons that copy a text or an address. */
export function startCopyButtons() {
  for (const button of document.querySelectorAll("button[data-copy-text]")) {
    button.removeAttribute("hidden");
    button.addEventListener("click", async () => {
      const isCopied = await copyText(button.getAttribute("data-copy-text") ?? "");
      button.nextElementSibling?.replaceChildren(isCopied ? "Gekopieerd." : "Kopiëren lukte niet.");
    });
  }
}
