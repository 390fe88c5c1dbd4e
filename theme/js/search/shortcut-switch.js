/** The switch for the key "/", which focuses the search field; speech input may press it by accident. */
import { element } from "../lib/dom.js";
import { keyOf } from "../lib/storage.js";

/** site.js reads it too. */
const KEY = keyOf("sneltoets");

/** @param {ParentNode} page */
export function startShortcutSwitch(page) {
  const box = element(page, "[data-shortcut]", HTMLInputElement);
  try {
    box.checked = localStorage.getItem(KEY) !== "uit";
    box.addEventListener("change", () => (box.checked ? localStorage.removeItem(KEY) : localStorage.setItem(KEY, "uit")));
    /** @type {HTMLElement} */ (box.closest("[hidden]")).hidden = false;
  } catch {
    // Without storage there is no switch, and site.js ignores the key.
  }
}
