import assert from "node:assert/strict";
import test from "node:test";

import { debounce } from "../../../theme/js/lib/debounce.js";

test("acts once, a pause after the last start, and not when that was cancelled", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  let acted = 0;
  const { start, cancel } = debounce(() => (acted += 1), 100);
  start();
  context.mock.timers.tick(99);
  start();
  context.mock.timers.tick(99);
  assert.equal(acted, 0);
  context.mock.timers.tick(1);
  assert.equal(acted, 1);
  start();
  cancel();
  context.mock.timers.tick(200);
  assert.equal(acted, 1);
});
