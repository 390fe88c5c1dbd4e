/** What a page of an organisation does before anybody asks: make ready its button, and wait until a part is opened. */

/** Bring along the script of a part that only some readers open, when they do. */
export function startFolded() {
  for (const details of document.querySelectorAll("details[data-script]")) {
    if (!(details instanceof HTMLDetailsElement)) continue;
    const load = () => {
      const { script: src = "", integrity = "" } = details.dataset;
      if (!details.open || document.querySelector(`script[src="${src}"]`)) return;
      const script = document.createElement("script");
      Object.assign(script, { type: "module", src, integrity });
      document.head.append(script);
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
