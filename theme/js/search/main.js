/** Starts every search on the page on its own. */
import { startSearch } from "./search-page.js";

for (const root of document.querySelectorAll("[data-module=search]")) {
  if (root instanceof HTMLElement) startSearch(root);
}
