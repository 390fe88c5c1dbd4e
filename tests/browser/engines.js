/** The first element in sight with a role and with these words in its name; of an open dialog alone, when there is one. */
(role, words) => {
  const KINDS = {
    button: "button, summary",
    checkbox: "input[type=checkbox]",
    field: "input:not([type=checkbox]), textarea, select",
    heading: "h1, h2, h3",
    link: "a[href]",
    option: "[role=option]",
    status: "[role=status]",
  };
  const textOf = (element) => element.textContent.replace(/\s+/g, " ").trim();
  const nameOf = (element) => element.getAttribute("aria-label") || [...(element.labels ?? [])].map(textOf).join(" ") || textOf(element);
  const isInSight = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility === "visible";
  const place = document.querySelector("dialog[open]") ?? document;
  const found = [...place.querySelectorAll(KINDS[role])].find((element) => isInSight(element) && nameOf(element).includes(words));
  if (!found) throw new Error(`no ${role} “${words}”`);
  return found;
}
