/** The one door for the address of a script: only of this site. Browsers that know Trusted Types let nothing past it. */
const site = new URL("..", import.meta.url).href;
const browser = /** @type {any} */ (globalThis);
const POLICY = Symbol.for("mvo-script"); // may be made once, and each script that a page loads has this module in it

/** @param {string} address @returns {string} for `src` of a script, or a worker */
export function scriptAddress(address) {
  const policy = (browser[POLICY] ??= browser.trustedTypes?.createPolicy("mvo-script", { createScriptURL: refuseOthers }));
  return policy ? policy.createScriptURL(address) : refuseOthers(address);
}

/** @param {string} address */
function refuseOthers(address) {
  if (!address.startsWith(site)) throw new TypeError(`${address} is no script of this site`);
  return address;
}
