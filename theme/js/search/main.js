/** Starts the search: suggestions at every search form, and the results on the search page. */
import { makeCombobox } from "../lib/combobox.js";
import { element, elements } from "../lib/dom.js";
import { cacheIndex, withIndex } from "../lunr-shards/open-index.js";
import { SearchPage } from "./search-page.js";
import { startShortcutSwitch } from "./shortcut-switch.js";
import { suggest } from "./suggest.js";

for (const form of elements(document, "form[data-search-action]", HTMLFormElement)) {
  const { manifest = "", base = "/", searchAction = "", topicPath = "", partnerPath = "" } = form.dataset;
  const index = cacheIndex(new URL(manifest, location.href).href);
  const page = form.closest("[data-module=search]");
  makeCombobox(form, element(form, "input[name=q]", HTMLInputElement), {
    suggest: (text) => withIndex(index, (engine) => suggest(engine, text, { topic: topicPath, partner: partnerPath }, !page)),
    isAnnounced: !page,
    choose: ({ path, isQuery }) => location.assign(isQuery ? `${searchAction}?${new URLSearchParams({ q: path })}` : base + path.slice(1)),
  });
  if (page instanceof HTMLElement) {
    new SearchPage(page, index).start();
    startShortcutSwitch(page);
  } else void index.open().catch(() => {}); // readers come to this page to search
}
