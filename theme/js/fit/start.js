/** Loads what is said of fit when the reader told something about the own organisation; nobody else needs it. */
import { kept, whenChanged } from "../kept.js";

/** Load it now, or as soon as there is something to say. */
export function startFit() {
  const place = document.querySelector("[data-fit-script]");
  const { fitScript = "", fitIntegrity = "" } = place instanceof HTMLElement ? place.dataset : {};
  let isLoaded = false;
  const load = () => {
    if (isLoaded || !fitScript || kept("profiel") === null || !document.querySelector("[data-fit], [data-search-list]")) return;
    isLoaded = true;
    const script = document.createElement("script");
    Object.assign(script, { type: "module", src: fitScript, integrity: fitIntegrity });
    document.head.append(script);
  };
  whenChanged("profiel", load);
  load();
}
