/** Ours: the whole bundle of the site, with the way to a result that the search page takes. */
import "../../../theme/js/search/main.js"; // does nothing here: the page has no form

import { cacheIndex, withIndex } from "../../../theme/js/lunr-shards/open-index.js";
import { find } from "../../../theme/js/search/find.js";
import { loadHits } from "../../../theme/js/search/hits.js";

export async function open() {
  const index = cacheIndex(new URL("/ours/manifest.json", location.href).href);
  return (query) =>
    withIndex(index, async (engine) => {
      const { first } = await find(engine, { query, order: "", chosen: new Map() });
      return async () => loadHits(engine, await first(10));
    });
}
