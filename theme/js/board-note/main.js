/** The board note: what a reader types in is stored in the browser, and is part of what is printed and saved. */
import { describeDate, localDay } from "../lib/days.js";
import { element, elements } from "../lib/dom.js";
import { readStored, store } from "../lib/storage.js";
import { offerFiles } from "../papers/files.js";
import { findWords, keysOf, readNote } from "./note.js";

const root = document.querySelector("[data-module=board-note]");
if (root instanceof HTMLElement) start(root);

/** @param {HTMLElement} root */
function start(root) {
  const fields = elements(root, "textarea", HTMLTextAreaElement);
  const names = root.dataset["names"] ?? "";
  const keys = keysOf(names);
  const [key = "", ...former] = keys;
  for (const field of fields) if (field.name === "datum") field.defaultValue = describeDate(localDay());
  const stored = findWords(keys, readStored);
  for (const field of fields) {
    if (field.value === field.defaultValue) field.value = stored.get(field.name) ?? field.value;
    show(field);
  }
  root.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLTextAreaElement) show(target);
    const words = fields.flatMap(({ name, value, defaultValue }) => (value === defaultValue ? [] : [[name, value]]));
    for (const name of former) store(name, null);
    const isStored = store(key, words.length > 0 ? Object.fromEntries(words) : null);
    element(root, "[data-kept]", HTMLElement).textContent = isStored ? "Bewaard in deze browser." : "Uw browser bewaart niets.";
  });

  offerFiles(element(document, "[data-taken]", HTMLElement), () => readNote(root, names.split(" ")[0] ?? "", localDay()));
}

/** @param {HTMLTextAreaElement} field whose text is printed in full, however long it is */
function show({ value, parentElement }) {
  if (value) parentElement?.setAttribute("data-words", value);
  else parentElement?.removeAttribute("data-words");
}
