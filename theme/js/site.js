/** What every page does when scripts run: searching leads to the search page instead of the list from A to Z. */

for (const form of document.querySelectorAll("form[data-search-action]")) {
  form.setAttribute("action", form.getAttribute("data-search-action") ?? "");
}

// Who opens the folded search form wants to type.
for (const details of document.querySelectorAll("details")) {
  details.addEventListener("toggle", () => {
    if (details.open) details.querySelector("input")?.focus();
  });
}
