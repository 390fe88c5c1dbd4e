/** The whole index in stock lunr.js; title and summary come from files of 32 entries. */
import lunr from "lunr";

const getJson = async (address) => (await fetch(address)).json();

export async function open() {
  const [serialised, starts] = await Promise.all([getJson("/lunr/index.json"), getJson("/shown/refs.json")]);
  const index = lunr.Index.load(serialised);
  const files = new Map();
  const show = async ({ ref }) => {
    const next = starts.findIndex((start) => start > ref);
    const number = (next < 0 ? starts.length : next) - 1;
    if (!files.has(number)) files.set(number, getJson(`/shown/${number}.json`));
    const [title, summary] = (await files.get(number))[ref];
    return { title, summary };
  };
  return async (word, isTyping) => {
    const hits = index.query((query) => {
      query.term(word, { usePipeline: false, boost: 4 });
      if (isTyping) query.term(word, { usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
    });
    return { count: hits.length, show: () => Promise.all(hits.slice(0, 10).map(show)) };
  };
}
