/** The notice that the site was published anew, when a page cannot load a part of its own, older build. */

import { make } from "./dom.js";

/** @type {HTMLElement | undefined} moved to where something failed last */
let notice;

/**
 * Ask the server for this page. If it is gone or has other scripts, show the notice, with a button to reload.
 * @param {Element | null} place after which the notice is shown
 * @returns {Promise<boolean>} whether it is shown; if not, the failure has another cause, such as the connection
 */
export async function offerReload(place) {
  const answer = await fetch(location.pathname, { cache: "no-store" }).catch(() => undefined);
  const scripts = [...((await answer?.text()) ?? "").matchAll(/<script [^>]*src="(.*?)"/g)];
  if (![404, 410].includes(answer?.status ?? 0) && scripts.every(([, src]) => document.querySelector(`script[src="${src}"]`))) return false;
  place?.after((notice ??= makeNotice()));
  return true;
}

function makeNotice() {
  const button = make("button", { type: "button", class: "mvo-text-button" }, "Laad de pagina opnieuw");
  button.addEventListener("click", () => location.reload());
  return make("p", { class: "nl-paragraph", role: "alert" }, "De site is vernieuwd. ", button, ".");
}
