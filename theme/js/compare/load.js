/** Load the data of practices, each once. */

/**
 * @import { Practice } from "../practice-data.js"
 *
 * @typedef {{ state: "found", data: Practice } | { state: "missing" } | { state: "failed" }} Loaded
 */

/**
 * @param {string} pattern the address of the data, with `*` for the slug
 * @param {typeof fetch} [get]
 * @param {string} [here] the origin of the page
 * @returns {(slugs: readonly string[]) => Promise<Loaded[]>} in the order asked for; a failed request is repeated next time
 */
export function makeLoader(pattern, get = (...request) => fetch(...request), here = globalThis.location?.origin ?? "") {
  /** @type {Map<string, Promise<Loaded>>} */
  const asked = new Map();

  /** @param {string} slug @returns {Promise<Loaded>} */
  async function load(slug) {
    try {
      const answer = await get(pattern.replace("*", slug));
      if (answer.status === 404 || answer.status === 410) return { state: "missing" };
      if (!answer.ok) throw new Error(`${answer.status} ${slug}`);
      return { state: "found", data: stayHere(await answer.json(), here) };
    } catch (error) {
      console.info(error);
      asked.delete(slug);
      return { state: "failed" };
    }
  }

  return (slugs) =>
    Promise.all(
      slugs.map((slug) => {
        const found = asked.get(slug) ?? load(slug);
        asked.set(slug, found);
        return found;
      }),
    );
}

/** @type {(data: Practice, here: string) => Practice} */
export function stayHere(data, here) {
  // The data have the addresses of the published site; on a test host, links stay on that host.
  const [published] = /^https?:\/\/[^/]+/.exec(data.adres) ?? [];
  if (!published || published === here) return data;
  return JSON.parse(JSON.stringify(data), (key, value) => (key === "adres" && `${value}`.startsWith(`${published}/`) ? here + value.slice(published.length) : value));
}
