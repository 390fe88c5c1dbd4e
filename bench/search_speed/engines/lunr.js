/** The whole index in stock lunr.js; title and summary come from our files of hits, since Lunr has no place for them. */
import lunr from "lunr";

import { openIndex } from "../../../theme/js/lunr-shards/open-index.js";
import { loadHits } from "../../../theme/js/search/hits.js";

export async function open() {
  const [serialised, engine] = await Promise.all([fetch("/ours/lunr.json").then((answer) => answer.json()), openIndex("/ours/manifest.json")]);
  const index = lunr.Index.load(serialised);
  const names = serialised.fieldVectors.slice(0, engine.manifest.documents).map(([name]) => name.slice(name.indexOf("/") + 1));
  const numbers = new Map(names.map((ref, number) => [ref, number]));
  return async (word) => {
    const hits = index.query((query) => {
      query.term(word, { usePipeline: false, boost: 4 });
      query.term(word, { usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
    });
    return () => loadHits(engine, hits.slice(0, 10).map(({ ref }) => numbers.get(ref)));
  };
}
