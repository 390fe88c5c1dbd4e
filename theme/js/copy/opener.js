/** The button "Kopieer deze aanpak": with scripts it opens the dialog, and only then loads what makes a plan. */

import { bring } from "../parts.js";

/** Is sent to the dialog each time that it must show what it has. */
export const OPENED = "mvo:opened";

/** Make a button of the link that is there without script. */
export function startCopyButton() {
  const link = document.querySelector("a[data-copy-plan]");
  const dialog = document.querySelector("[data-copy-dialog]");
  if (!(link instanceof HTMLAnchorElement) || !(dialog instanceof HTMLDialogElement) || !dialog.showModal) return;
  const loading = dialog.querySelector("[data-copy-loading]");
  const failure = dialog.querySelector("[data-copy-failure]");
  let isAskedFor = false;
  let isLoaded = false;
  let attempt = 0;

  const open = async () => {
    if (!dialog.open) dialog.showModal();
    dialog.querySelector("h2")?.focus();
    if (isLoaded) dialog.dispatchEvent(new Event(OPENED));
    if (isAskedFor) return;
    isAskedFor = true;
    loading?.toggleAttribute("hidden", false);
    failure?.toggleAttribute("hidden", true);
    attempt += 1;
    try {
      await Promise.all([bring("copy.js", attempt), bring("fields.css", attempt)]);
      isLoaded = true;
      dialog.dispatchEvent(new Event(OPENED));
    } catch {
      isAskedFor = false; // so that it can be tried again
      loading?.toggleAttribute("hidden", true);
      failure?.toggleAttribute("hidden", false);
    }
  };

  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: link.className });
  button.append(...link.childNodes);
  button.addEventListener("click", open);
  failure?.querySelector("button")?.addEventListener("click", open);
  link.replaceWith(button);
}
