/** The only place where an address becomes a script: only scripts of this site. Trusted Types enforce that, in browsers that have them. */
const site = new URL("..", import.meta.url).href;
const browser = /** @type {any} */ (globalThis);
const POLICY = Symbol.for("mvo-script"); // a policy can be created once, and each bundle on a page contains this module

/** @param {string} address @returns {string} for the `src` of a script, or for a worker */
export function scriptAddress(address) {
  const policy = (browser[POLICY] ??= browser.trustedTypes?.createPolicy("mvo-script", { createScriptURL: refuseOthers }));
  return policy ? policy.createScriptURL(address) : refuseOthers(address);
}

/** @param {string} address */
function refuseOthers(address) {
  if (!address.startsWith(site)) throw new TypeError(`${address} is no script of this site`);
  return address;
}
