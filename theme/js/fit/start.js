/** Loads what is said of fit when the reader told something about the own organisation; nobody else needs it. */
import { kept, whenChanged } from "../kept.js";

/** Load it now, or as soon as there is something to say. */
export function startFit() {
  const { fitScript: src = "", fitIntegrity: integrity = "" } = address();
  let isLoaded = false;
  const load = () => {
    if (isLoaded || !src || kept("profiel") === null || !document.querySelector("[data-fit], [data-search-list]")) return;
    isLoaded = true;
    const script = document.createElement("script");
    Object.assign(script, { type: "module", src, integrity });
    document.head.append(script);
  };
  whenChanged("profiel", load);
  load();
}

/**
 * @returns {Promise<typeof import("./main.js") | undefined>} what knows how well a practice suits; nothing when it could
 *   not be loaded, as what is not sorted can still be found
 */
export async function loadFit() {
  try {
    return await import(address()["fitScript"] ?? "");
  } catch {
    return undefined;
  }
}

/** @returns {DOMStringMap} where the page says the script is */
function address() {
  const place = document.querySelector("[data-fit-script]");
  return place instanceof HTMLElement ? place.dataset : {};
}
