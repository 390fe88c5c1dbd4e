/**
 * Cache pages, index files and assets that were visited, for offline use.
 *
 * Assets have a hash in their name, so what a build did not change stays in the cache. The build writes `FIRST` above this script.
 */

/**
 * @typedef {{ waitUntil: (work: Promise<unknown>) => void }} Extendable
 * @typedef {Extendable & { data: string[] }} Message
 * @typedef {Extendable & { request: Request, respondWith: (answer: Promise<Response>) => void }} Fetch
 */

/** @type {string[]} paths of what is cached at once: the offline page first, then what it needs */
const first = /** @type {any} */ (globalThis).FIRST;

const worker = /** @type {any} */ (globalThis);
const scope = new URL(worker.registration.scope);
const family = `catalogus ${scope.pathname} `;
const cacheName = `${family}bewaard`;
const HASH = /\.[0-9a-f]{10}(?=\.\w+$)/;

worker.addEventListener("install", (/** @type {Extendable} */ event) => {
  event.waitUntil(cacheFirstPages().then(() => worker.skipWaiting()));
});

worker.addEventListener("activate", (/** @type {Extendable} */ event) => {
  event.waitUntil(deleteOthers().then(() => worker.clients.claim()));
});

worker.addEventListener("message", (/** @type {Message} */ event) => {
  event.waitUntil(cacheAll(event.data));
});

worker.addEventListener("fetch", (/** @type {Fetch} */ event) => {
  const { request } = event;
  if (request.method !== "GET" || !isOurs(request.url) || request.cache === "no-store") return;
  event.respondWith(mayBeOld(request) ? fromCacheFirst(request) : fromNetworkFirst(request));
});

/** @param {string[]} addresses to cache unless they were cached today; of a page also the scripts and styles that it names @returns {Promise<unknown>} */
function cacheAll(addresses) {
  return Promise.allSettled(
    addresses.filter(isOurs).map(async (address) => {
      const request = new Request(address);
      const known = await cached(request);
      if (known && (neverChanges(new URL(address)) || isOfToday(known))) return;
      const answer = await fetchAndCache(request);
      if (!answer.headers.get("Content-Type")?.startsWith("text/html")) return;
      const named = (await answer.text()).matchAll(/(?:href|src)="([^"#?]+\.[0-9a-f]{10}\.\w+)"/g);
      await cacheAll(Array.from(named, ([, path = ""]) => new URL(path, address).href));
    }),
  );
}

/** @param {Response} answer @returns {boolean} whether it is less than a day old */
function isOfToday({ headers }) {
  return Date.now() - Date.parse(headers.get("Date") ?? "") < 86_400_000;
}

/** @param {Request} request @returns {boolean} whether a cached answer will do: it never changes, and the request does not ask for a new one */
function mayBeOld({ url, cache }) {
  return neverChanges(new URL(url)) && cache !== "reload" && cache !== "no-cache";
}

/** @param {URL} address @returns {boolean} whether a hash is in its name */
function neverChanges({ pathname }) {
  return HASH.test(pathname);
}

/** @param {string} address */
function isOurs(address) {
  return address.startsWith(scope.href);
}

/** Bypasses the HTTP cache, which may still have the page of an earlier build. */
async function cacheFirstPages() {
  const answers = first.map((path) => fetchAndCache(new Request(new URL(path, scope), { cache: "no-cache" })));
  if ((await Promise.all(answers)).some(({ ok }) => !ok)) throw new Error("the page for no connection is not there");
}

/** Delete the caches of earlier versions of this script, which had one per build. */
async function deleteOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(family) && name !== cacheName).map((name) => caches.delete(name)));
}

/** @param {Request} request for what never changes */
async function fromCacheFirst(request) {
  return (await cached(request)) ?? fetchAndCache(request);
}

/** @param {Request} request for what can change: from the server as long as that answers */
async function fromNetworkFirst(request) {
  try {
    return await fetchAndCache(request);
  } catch (error) {
    const answer = (await cached(request)) ?? (request.mode === "navigate" ? await caches.match(new URL(first[0] ?? "", scope), { cacheName }) : undefined);
    if (!answer) throw error;
    return answer;
  }
}

/** @param {Request} request */
function cached(request) {
  return caches.match(keyOf(request), { cacheName });
}

/**
 * A redirected answer (`/offline.html` → `/offline`) is cached as a plain one, since browsers refuse a redirected answer for a page.
 * @param {Request} request
 */
async function fetchAndCache(request) {
  const answer = await fetch(request);
  const [cache, key] = [await caches.open(cacheName), keyOf(request)];
  if (answer.ok && answer.type === "basic") {
    const copy = answer.clone();
    await cache.put(key, answer.redirected ? new Response(copy.body, copy) : copy).catch(() => {}); // no room left
    if (neverChanges(new URL(key))) await forgetOlder(cache, key);
  } else if ([404, 410].includes(answer.status)) {
    await cache.delete(key);
  }
  return answer;
}

/**
 * Keep the last two versions of a file with a hash in its name: a cached page may need the older one.
 * @param {Cache} cache @param {string} key
 */
async function forgetOlder(cache, key) {
  const versions = (await cache.keys()).filter(({ url }) => url.replace(HASH, "") === key.replace(HASH, ""));
  await Promise.all(versions.slice(0, -2).map((version) => cache.delete(version)));
}

/**
 * @param {Request} request
 * @returns {string} its address; that of a page without its query, which only scripts read
 */
function keyOf({ url }) {
  const address = new URL(url);
  if (address.pathname.endsWith("/") || address.pathname.endsWith(".html")) address.search = "";
  address.hash = "";
  return address.href;
}
