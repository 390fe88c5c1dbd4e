/** What every page does when scripts run: prepare its search form, obey a key, show what was chosen, and cache pages for later. */
import { startCopyButtons, startLetter, startSharing } from "./approach/opener.js";
import { startCopyButton } from "./copy-plan/opener.js";
import { offerReload } from "./lib/renewed.js";
import { scriptAddress } from "./lib/script-address.js";
import { keyOf } from "./lib/storage.js";
import { addressOf, bring } from "./parts.js";
import { startSelection } from "./selection/buttons.js";

startSelection();
startCopyButton();
startLetter();
startCopyButtons();
startSharing();

const forms = [...document.querySelectorAll("form[data-search-action]")].filter((form) => form instanceof HTMLFormElement);

// With scripts searching leads to the list of practices instead of the table; the search itself is loaded by need.
for (const form of forms) {
  form.action = form.dataset.searchAction ?? "";
  form.addEventListener("focusin", () => loadSearch(form), { once: true });
  form.addEventListener("keydown", ({ key }) => form.toggleAttribute("data-escaped", key === "Escape")); // for a search that comes late
}

/** @type {(form: HTMLFormElement) => void} with what it will ask for first */
function loadSearch({ dataset: { manifest = "" } }) {
  if ([...document.scripts].some(({ src }) => src === addressOf("search.js"))) return;
  bring("search.js").catch(() => offerReload(document.querySelector("h1"))); // the form works without
  if (navigator.serviceWorker?.controller) return; // the script is at hand, and asks by itself
  const link = document.createElement("link");
  Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: manifest });
  document.head.append(link);
}

// Who opens the folded search form wants to type.
for (const form of forms) {
  form.closest("details")?.addEventListener("toggle", ({ target }) => {
    if (target instanceof HTMLDetailsElement && target.open) form.querySelector("input")?.focus();
  });
}

// A button that prints is of use only when there is a script to do so.
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

/** @returns {boolean} whether the reader turned the key off on the search page; a browser that cannot tell has no key */
function isSwitchedOff() {
  try {
    return localStorage.getItem(keyOf("sneltoets")) === "uit";
  } catch {
    return true;
  }
}

// Pages that were seen stay there without a connection. What came before the worker is named to it afterwards.
const workers = navigator.serviceWorker;
if (workers) {
  const isFirstVisit = !workers.controller;
  window.addEventListener("load", async () => {
    try {
      await workers.register(scriptAddress(new URL("../service-worker.js", import.meta.url).href));
      const { active } = await workers.ready;
      if (isFirstVisit) active?.postMessage([location.href, ...performance.getEntriesByType("resource").map(({ name }) => name)]);
    } catch {
      // A browser that stores nothing works all the same.
    }
  });
}
