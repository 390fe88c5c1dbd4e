/** What a page says when a part of it cannot be loaded because another build has taken the place of its own. */

import { make } from "./dom.js";

/** @type {HTMLElement | undefined} one for the page: it goes to where something failed last */
let notice;

/**
 * Ask the server for this page. When it is gone, or has other scripts, say so and offer to load it.
 * @param {Element | null} place after which to say it
 * @returns {Promise<boolean>} whether it was said; if not, the connection is to blame
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
