import assert from "node:assert/strict";
import test from "node:test";

import { addGaps, decode, readWords } from "../../../theme/js/lunr-shards/encoding.js";

test("reads numbers of any length", () => {
  assert.deepEqual(decode("AfgBhB/fggB"), [0, 31, 32, 33, 1023, 1024]);
  assert.deepEqual(decode(""), []);
});

test("adds gaps from a position", () => {
  assert.deepEqual([...addGaps([9, 9, 3, 1, 5, 9], 2, 3)], [3, 4, 9]);
  assert.deepEqual([...addGaps([], 0, 0)], []);
});

test("reads words that share a prefix with the previous one", () => {
  assert.deepEqual(readWords("huur\nder\ns\nzon", "AEHA"), ["huur", "huurder", "huurders", "zon"]);
  assert.deepEqual(readWords("😀\nx", "AC"), ["😀", "😀x"]);
  assert.deepEqual(readWords("", ""), []);
});
