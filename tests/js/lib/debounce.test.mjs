import assert from "node:assert/strict";
import test from "node:test";

import { debounce } from "../../../theme/js/lib/debounce.js";

test("runs once, a pause after the last call; can be cancelled, and run at once", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  let acted = 0;
  const { start, cancel, flush } = debounce(() => (acted += 1), 100);
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
  flush(); // nothing is waiting
  assert.equal(acted, 1);
  start();
  flush();
  assert.equal(acted, 2);
  context.mock.timers.tick(200);
  assert.equal(acted, 2);
});
