/** Lets a reader turn off the key that leads to the search field; who speaks to the computer may hit it by accident. */
import { element } from "../lib/dom.js";
import { keyOf } from "../lib/storage.js";

/** The same name as in site.js, which obeys it. */
const KEY = keyOf("sneltoets");

/** @param {ParentNode} page */
export function startShortcutSwitch(page) {
  const box = element(page, "[data-shortcut]", HTMLInputElement);
  try {
    box.checked = localStorage.getItem(KEY) !== "uit";
    box.addEventListener("change", () => (box.checked ? localStorage.removeItem(KEY) : localStorage.setItem(KEY, "uit")));
    /** @type {HTMLElement} */ (box.closest("[hidden]")).hidden = false;
  } catch {
    // A browser that keeps nothing has no switch; there the key does nothing either.
  }
}
