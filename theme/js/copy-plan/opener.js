/** The button “Maak uw plan van aanpak”: opens the dialog, and loads its script when it is first pressed. */
import { offerReload } from "../lib/renewed.js";
import { loadPart, onDemand } from "../parts.js";

/** The event that the dialog gets each time it is opened. */
export const OPENED = "mvo:opened";

/** Replace the link, which works without script, by the button. */
export function startCopyButton() {
  const link = document.querySelector("a[data-copy-plan]");
  const dialog = document.querySelector("[data-copy-dialog]");
  if (!(link instanceof HTMLAnchorElement) || !(dialog instanceof HTMLDialogElement) || !dialog.showModal) return;
  const load = onDemand((attempt) => Promise.all([loadPart("copy-plan.js", attempt), loadPart("fields.css", attempt)]));
  let isLoaded = false;
  const failure = dialog.querySelector("[data-copy-failure]");
  const show = (/** @type {"loading" | "failure"} */ what, /** @type {boolean} */ isShown) =>
    dialog.querySelector(`[data-copy-${what}]`)?.toggleAttribute("hidden", !isShown);

  const open = async () => {
    if (!dialog.open) dialog.showModal();
    dialog.querySelector("h2")?.focus();
    show("loading", !isLoaded);
    show("failure", false);
    try {
      await load();
      isLoaded = true;
      dialog.dispatchEvent(new Event(OPENED));
    } catch {
      show("failure", !(await offerReload(failure)));
      show("loading", false);
    }
  };

  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: link.className });
  button.append(...link.childNodes);
  button.addEventListener("click", open);
  failure?.querySelector("button")?.addEventListener("click", open);
  link.replaceWith(button);
}
