/** The buttons that add a practice to the selection, and the link to the selection at the top of every page. */
import { elements, make, onPress } from "../lib/dom.js";
import { addressOf } from "../parts.js";
import { CARDS, LIMIT, compareAddress, readSelection, renameSelected, toggleSelected, whenSelectionChanges } from "./store.js";

/** Make the buttons and the link of this page follow the selection. */
export function startSelection() {
  const link = document.querySelector("a[data-selection]");
  const live = document.querySelector("[data-selection-live]");
  if (!(link instanceof HTMLAnchorElement) || !live) return;
  const path = link.pathname;
  const patterns = (link.dataset["selection"] ?? "").split(" ").filter(Boolean);

  const show = () => {
    const slugs = readSelection();
    void keepOffline(slugs.length > 0 ? [path, ...slugs.flatMap((slug) => patterns.map((pattern) => pattern.replace("*", slug)))] : []);
    link.href = compareAddress(path, slugs);
    const count = link.querySelector("[data-slot=count]");
    if (count) count.textContent = `(${slugs.length})`;
    for (const button of document.querySelectorAll("[data-select]")) {
      button.setAttribute("aria-pressed", `${slugs.includes(slugOf(button))}`);
    }
  };

  for (const button of elements(document, "[data-former]", HTMLButtonElement)) renameSelected((button.dataset["former"] ?? "").split(" "), slugOf(button));
  onPress(document, "[data-select]", (button) => {
    const result = toggleSelected(slugOf(button));
    show();
    document.querySelector("[data-selection-note]")?.remove();
    live.textContent = describe(result);
    if (result.done === "removed") return;
    const toCompare = result.count > 1 ? [make("a", { class: "nl-link", href: link.href }, "Vergelijk ze")] : [];
    button.after(make("p", { class: "mvo-selection__note", "data-selection-note": true }, describe(result), " ", ...toCompare));
  });
  document.addEventListener(CARDS, show);
  whenSelectionChanges(show);
  show();
}

/** @param {string[]} paths what the selection needs offline, in addition to the script of the plan */
async function keepOffline(paths) {
  if (paths.length === 0) return;
  const worker = (await navigator.serviceWorker?.ready)?.active;
  worker?.postMessage([...paths.map((path) => new URL(path, location.href).href), addressOf("copy-plan.js"), addressOf("fields.css")]);
}

/** @param {ReturnType<typeof toggleSelected>} result @returns {string} what happened, shown and announced */
function describe({ done, isStored, count }) {
  if (done === "full") return `Uw selectie is vol (${LIMIT}). Haal er eerst één weg.`;
  const what = `${done === "added" ? "Staat in uw selectie" : "Weggehaald uit uw selectie"}: ${count} van ${LIMIT}.`;
  return isStored ? what : `${what} Uw browser bewaart niets. Verlaat u deze pagina, dan is uw selectie weg. Vergelijken kan nu wel, met de link ‘Selectie’ bovenaan.`;
}

/** @param {Element} button @returns {string} */
function slugOf(button) {
  return button.getAttribute("data-select") ?? "";
}
