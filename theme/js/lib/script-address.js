/** The one door for the address of a script: only of this site. Browsers that know Trusted Types let nothing past it. */
const site = new URL("..", import.meta.url).href;

const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("mvo-script", { createScriptURL: refuseOthers });

/** @param {string} address @returns {string} for `src` of a script, or a worker */
export function scriptAddress(address) {
  return policy ? policy.createScriptURL(address) : refuseOthers(address);
}

/** @param {string} address */
function refuseOthers(address) {
  if (!address.startsWith(site)) throw new TypeError(`${address} is no script of this site`);
  return address;
}
