/** The door of theme/js/lib through which text becomes the address of a script. */
import assert from "node:assert/strict";
import test from "node:test";

test("a script comes from this site alone, whether the browser knows Trusted Types or not", async () => {
  const plain = await import("../../../theme/js/lib/script-address.js");
  globalThis.trustedTypes = { createPolicy: (name, policy) => policy };
  const typed = await import("../../../theme/js/lib/script-address.js?typed");
  delete globalThis.trustedTypes;

  const site = new URL("../../../theme/js/", import.meta.url).href;
  for (const { scriptAddress } of [plain, typed]) {
    assert.equal(scriptAddress(`${site}fit.js`), `${site}fit.js`);
    for (const other of ["https://elders.example.nl/fit.js", "data:text/javascript,1", "fit.js", ""]) {
      assert.throws(() => scriptAddress(other), TypeError, other);
    }
  }
});
