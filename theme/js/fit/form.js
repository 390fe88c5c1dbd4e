/** The page on which a reader says what the own organisation has; every change is stored at once. */
import { element, elements } from "../lib/dom.js";
import { readProfile, whenProfileChanges, writeProfile } from "./profile.js";

const root = document.querySelector("[data-module=fit]");
if (root instanceof HTMLElement) start(root);

/** @param {HTMLElement} root */
function start(root) {
  const form = element(root, "form", HTMLFormElement);
  const status = element(root, "[data-status]", HTMLElement);
  const done = element(root, "[data-done]", HTMLElement);
  const erase = element(root, "[data-erase]", HTMLButtonElement);
  const filter = element(root, "[data-filter]", HTMLInputElement);
  const none = element(root, "[data-none]", HTMLElement);
  const kinds = elements(root, "input[name=kinds]", HTMLInputElement);
  const partners = elements(root, "input[name=partners]", HTMLInputElement);

  /** Show what was filled in before. */
  function fillIn() {
    const profile = readProfile();
    for (const field of elements(form, "select", HTMLSelectElement)) {
      field.value = `${profile?.[/** @type {"size"} */ (field.name)] ?? ""}`;
      const folded = field.value && field.closest("details");
      if (folded) folded.open = true;
    }
    for (const box of kinds) box.checked = profile?.kinds.includes(box.value) ?? false;
    for (const box of partners) {
      const slugs = [box.value, ...(box.dataset["former"] ?? "").split(" ")];
      box.checked = profile?.partners.some(({ slug }) => slugs.includes(slug)) ?? false;
    }
    done.hidden = profile === null;
  }

  /** @returns {import("./profile.js").Profile} */
  function read() {
    const data = new FormData(form);
    const step = (/** @type {string} */ name) => (data.get(name) ? Number(data.get(name)) : null);
    const chosen = partners.filter((box) => box.checked);
    return {
      size: step("size"),
      area: `${data.get("area") ?? ""}`,
      province: `${data.get("province") ?? ""}`,
      costs: step("costs"),
      effort: step("effort"),
      leadTime: step("leadTime"),
      difficulty: step("difficulty"),
      kinds: data.getAll("kinds").map(String),
      partners: chosen.map((box) => ({ slug: box.value, name: labelOf(box), kind: box.dataset["kind"] ?? "" })),
    };
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", ({ target }) => {
    if (target === filter) return;
    const isStored = writeProfile(read());
    done.hidden = readProfile() === null;
    status.textContent = isStored ? "Bewaard in uw browser." : "Uw browser bewaart niets. Wat u hier invult, geldt alleen zolang deze pagina openstaat.";
  });
  erase.addEventListener("click", () => {
    const isGone = writeProfile(null);
    form.reset();
    narrow();
    done.hidden = true;
    status.textContent = isGone ? "Alles is gewist." : "Alles op deze pagina is leeggemaakt.";
    element(root, "h1", HTMLElement).focus();
  });

  /** Leave the partners with what is typed in their name; who is chosen stays in sight. */
  function narrow() {
    const words = filter.value.trim().toLowerCase();
    let count = 0;
    for (const box of partners) {
      const isShown = box.checked || labelOf(box).toLowerCase().includes(words);
      /** @type {HTMLElement} */ (box.closest("li")).hidden = !isShown;
      if (isShown) count++;
    }
    none.textContent = count === 0 ? "Geen partner met die naam in de catalogus." : words ? `${count} getoond.` : "";
  }
  filter.addEventListener("input", narrow);
  element(root, "h1", HTMLElement).tabIndex = -1;
  whenProfileChanges(fillIn);
  fillIn();
  form.hidden = false;
}

/** @param {HTMLInputElement} box @returns {string} */
function labelOf(box) {
  return box.closest("label")?.textContent?.trim() ?? box.value;
}
