/** What a page of an organisation does before anybody asks: make ready its button, and wait until a part is opened. */

/** Bring along the styles and the script of a part that only some readers open, when they do. */
export function startFolded() {
  for (const details of document.querySelectorAll("details[data-script]")) {
    if (!(details instanceof HTMLDetailsElement)) continue;
    const { script: src = "", integrity = "", styles: href = "", stylesIntegrity = "" } = details.dataset;
    const load = () => {
      if (!details.open || document.querySelector(`link[href="${href}"]`)) return;
      const script = Object.assign(document.createElement("script"), { type: "module", src, integrity });
      const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href, integrity: stylesIntegrity });
      link.onload = link.onerror = () => document.head.append(script); // what it shows has a shape by then
      document.head.append(link);
    };
    details.addEventListener("toggle", load);
    load();
  }
}

/** Show the buttons that copy an address. */
export function startAddressButtons() {
  for (const button of document.querySelectorAll("button[data-copy-address]")) {
    button.removeAttribute("hidden");
    button.addEventListener("click", async () => {
      const address = button.getAttribute("data-copy-address") ?? "";
      const said = await navigator.clipboard.writeText(address).then(() => "Gekopieerd.", () => "Kopiëren lukte niet.");
      if (button.nextElementSibling) button.nextElementSibling.textContent = said;
    });
  }
}
