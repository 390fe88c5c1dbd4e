/** The door of theme/js/lib through which text becomes the address of a script. */
import assert from "node:assert/strict";
import test from "node:test";

import { scriptAddress } from "../../../theme/js/lib/script-address.js";

const site = new URL("../../../theme/js/", import.meta.url).href;

function checkDoor() {
  assert.equal(scriptAddress(`${site}fit.js`), `${site}fit.js`);
  for (const other of ["https://elders.example.nl/fit.js", "data:text/javascript,1", "fit.js", ""]) {
    assert.throws(() => scriptAddress(other), TypeError, other);
  }
}

test("scripts are only loaded from this site, in a browser without Trusted Types", checkDoor);

test("scripts are only loaded from this site with Trusted Types, with one policy", async () => {
  let made = 0;
  globalThis.trustedTypes = { createPolicy: (name, policy) => ((made += 1), policy) };
  checkDoor();
  const again = await import("../../../theme/js/lib/script-address.js?again"); // in another script of the page
  again.scriptAddress(`${site}fit.js`);
  assert.equal(made, 1);
  delete globalThis.trustedTypes;
});
