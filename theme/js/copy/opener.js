/** The button "Kopieer deze aanpak": with scripts it opens the dialog, and only then loads what makes a plan. */

/** Is sent to the dialog each time that it must show what it has. */
export const OPENED = "mvo:opened";

/** Make a button of the link that is there for who has no script. */
export function startCopyButton() {
  const link = document.querySelector("a[data-copy-plan]");
  const dialog = document.querySelector("[data-copy-dialog]");
  if (!(link instanceof HTMLAnchorElement) || !(dialog instanceof HTMLDialogElement) || !dialog.showModal) return;
  const { script: src = "", integrity = "", styles = "", stylesIntegrity = "" } = link.dataset;
  const loading = dialog.querySelector("[data-copy-loading]");
  const failure = dialog.querySelector("[data-copy-failure]");
  let isAskedFor = false;
  let isLoaded = false;
  let attempt = 0;

  const open = async () => {
    if (!dialog.open) dialog.showModal();
    dialog.querySelector("h2")?.focus();
    if (isLoaded) dialog.dispatchEvent(new Event(OPENED));
    if (isAskedFor) return;
    isAskedFor = true;
    loading?.toggleAttribute("hidden", false);
    failure?.toggleAttribute("hidden", true);
    const fresh = attempt++ ? `?${attempt}` : ""; // a browser does not ask again for a module that failed
    try {
      await Promise.all([
        load(Object.assign(document.createElement("script"), { type: "module", src: src + fresh, integrity })),
        load(Object.assign(document.createElement("link"), { rel: "stylesheet", href: styles, integrity: stylesIntegrity })),
      ]);
      isLoaded = true;
      dialog.dispatchEvent(new Event(OPENED));
    } catch {
      isAskedFor = false; // so that it can be tried again
      loading?.toggleAttribute("hidden", true);
      failure?.toggleAttribute("hidden", false);
    }
  };

  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: link.className });
  button.append(...link.childNodes);
  button.addEventListener("click", open);
  failure?.querySelector("button")?.addEventListener("click", open);
  link.replaceWith(button);
}

/**
 * Bring a script or a style sheet to the page.
 * @param {HTMLScriptElement | HTMLLinkElement} element
 * @returns {Promise<unknown>}
 */
function load(element) {
  return new Promise((resolve, reject) => {
    element.onload = resolve;
    element.onerror = () => {
      element.remove();
      reject(new Error("not loaded"));
    };
    document.head.append(element);
  });
}
