/** What every page does: load the search when it is needed, listen to the key "/", show the selection, and keep pages for offline use. */
import { startCopyButtons, startLetter, startSharing } from "./approach/opener.js";
import { startCopyButton } from "./copy-plan/opener.js";
import { offerReload } from "./lib/renewed.js";
import { scriptAddress } from "./lib/script-address.js";
import { keyOf } from "./lib/storage.js";
import { addressOf, loadPart } from "./parts.js";
import { startSelection } from "./selection/buttons.js";

startSelection();
startCopyButton();
startLetter();
startCopyButtons();
startSharing();

const forms = [...document.querySelectorAll("form[data-search-action]")].filter((form) => form instanceof HTMLFormElement);

// With script a search leads to the list of practices instead of the table; the search is loaded when its field gets the focus.
for (const form of forms) {
  form.action = form.dataset.searchAction ?? "";
  form.addEventListener("focusin", () => loadSearch(form), { once: true });
  form.addEventListener("keydown", ({ key }) => form.toggleAttribute("data-escaped", key === "Escape")); // in case the search is loaded after that
}

/** @type {(form: HTMLFormElement) => void} with a preload of its first file */
function loadSearch({ dataset: { manifest = "" } }) {
  if ([...document.scripts].some(({ src }) => src === addressOf("search.js"))) return;
  loadPart("search.js").catch(() => offerReload(document.querySelector("h1"))); // the form works without it
  if (navigator.serviceWorker?.controller) return; // the script is in the cache, and asks at once
  const link = document.createElement("link");
  Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: manifest });
  document.head.append(link);
}

// Opening the folded search form focuses its field.
for (const form of forms) {
  form.closest("details")?.addEventListener("toggle", ({ target }) => {
    if (target instanceof HTMLDetailsElement && target.open) form.querySelector("input")?.focus();
  });
}

// Print buttons only work with script.
for (const button of document.querySelectorAll("button[data-print]")) {
  button.removeAttribute("hidden");
  button.addEventListener("click", () => print());
}

document.addEventListener("keydown", (event) => {
  const isTyping = event.target instanceof Element && event.target.closest("input, select, textarea, [contenteditable]");
  const [form] = forms;
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping || !form || isSwitchedOff()) return;
  event.preventDefault();
  const folded = form.closest("details");
  if (folded) folded.open = true;
  form.querySelector("input")?.focus();
});

/** @returns {boolean} whether the reader turned the key off on the search page; it is off in a browser without storage */
function isSwitchedOff() {
  try {
    return localStorage.getItem(keyOf("sneltoets")) === "uit";
  } catch {
    return true;
  }
}

// The service worker keeps visited pages for offline use. On a first visit it gets a list of what was loaded before it started.
const workers = navigator.serviceWorker;
if (workers) {
  const isFirstVisit = !workers.controller;
  window.addEventListener("load", async () => {
    try {
      await workers.register(scriptAddress(new URL("../service-worker.js", import.meta.url).href));
      const { active } = await workers.ready;
      if (isFirstVisit) active?.postMessage([location.href, ...performance.getEntriesByType("resource").map(({ name }) => name)]);
    } catch {
      // A browser without storage works all the same.
    }
  });
}
