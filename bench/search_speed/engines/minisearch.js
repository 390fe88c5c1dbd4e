/** MiniSearch with prefixes and typing errors, as its manual proposes; title and summary are in its index. */
import MiniSearch from "minisearch";

import { options } from "./minisearch-options.js";

export async function open() {
  const text = await (await fetch("/minisearch/index.json")).text();
  const index = MiniSearch.loadJSON(text, options);
  return async (query) => {
    const hits = index.search(query, { prefix: true, fuzzy: 0.2 });
    return { count: hits.length, show: async () => hits.slice(0, 10).map(({ titel, samenvatting }) => ({ title: titel, summary: samenvatting })) };
  };
}
