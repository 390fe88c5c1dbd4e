/** Pagefind as it is, without its user interface. */
export async function open() {
  const pagefind = await import("/pagefind/pagefind.js");
  await pagefind.options({ noWorker: true }); // in a worker our Content-Security-Policy does not allow WebAssembly
  await pagefind.init();
  return async (query) => {
    const { results } = await pagefind.search(query);
    const show = async (result) => {
      const { meta } = await result.data();
      return { title: meta.title, summary: meta.summary };
    };
    return () => Promise.all(results.slice(0, 10).map(show));
  };
}
