/** What a page says when a part of it cannot be loaded because another build has taken the place of its own. */

/** @type {HTMLElement | undefined} one for the page: it goes to where something failed last */
let notice;

/**
 * Ask the server for this page. When that is of another build, say so and offer to load it.
 * @param {Element | null} place after which to say it
 * @returns {Promise<boolean>} whether it was said; if not, the connection is to blame
 */
export async function offerReload(place) {
  const page = await fetch(location.pathname, { cache: "no-store" })
    .then((answer) => answer.text())
    .catch(() => "");
  const now = /data-manifest="(.*?)"/.exec(page)?.[1];
  if (!now || document.querySelector(`[data-manifest="${now}"]`)) return false;
  place?.after((notice ??= makeNotice()));
  return true;
}

function makeNotice() {
  const [made, button] = [document.createElement("p"), document.createElement("button")];
  made.className = "nl-paragraph";
  made.setAttribute("role", "alert");
  made.append("De site is vernieuwd. ", button, ".");
  Object.assign(button, { type: "button", className: "mvo-text-button", textContent: "Laad de pagina opnieuw", onclick: () => location.reload() });
  return made;
}
