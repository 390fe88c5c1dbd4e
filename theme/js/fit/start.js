/** Loads what is said of fit when the reader filled in something about the own organisation; nobody else needs it. */
import { offerReload } from "../lib/renewed.js";
import { readStored, whenStoredChanges } from "../lib/storage.js";
import { addressOf, bring } from "../parts.js";

/** Load it now, or as soon as there is something to say. */
export function startFit() {
  let isLoaded = false;
  const load = () => {
    if (isLoaded || readStored("profiel") === null || !document.querySelector("[data-fit], [data-search-list]")) return;
    isLoaded = true;
    bring("fit.js").catch(() => offerReload(document.querySelector("h1"))); // else nobody misses what was never shown
  };
  whenStoredChanges("profiel", load);
  load();
}

/** @returns {Promise<typeof import("./main.js") | undefined>} nothing when it fails: what is not sorted can be found */
export async function loadFit() {
  try {
    return await import(addressOf("fit.js"));
  } catch {
    return undefined;
  }
}
