/** MiniSearch with prefixes and typing errors, as its manual proposes; title and summary are in its index. */
export const options = {
  idField: "ref",
  fields: ["titel", "samenvatting", "aanpak", "resultaten", "lessen", "aanleiding", "zoekwoorden", "themas", "partners", "plaatsen"],
  storeFields: ["titel", "samenvatting"],
};

export async function open() {
  const { default: MiniSearch } = await import("minisearch");
  const index = MiniSearch.loadJSON(await (await fetch("/minisearch/index.json")).text(), options);
  return async (query) => {
    const hits = index.search(query, { prefix: true, fuzzy: 0.2 });
    return async () => hits.slice(0, 10).map(({ titel, samenvatting }) => ({ title: titel, summary: samenvatting }));
  };
}
