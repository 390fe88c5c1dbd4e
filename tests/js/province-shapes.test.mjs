import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { readProvinceMap, writeShapes } from "../../theme/province-shapes.mjs";

const { width, height, shapes } = readProvinceMap(readFileSync("node_modules/@svg-maps/netherlands/netherlands.svg", "utf8"));

/** A map of one province of 800 by 800 units, twice as large as it is drawn. */
const draw = (data) => readProvinceMap(`<svg viewBox="0 0 800 800"><path id="x" name="Ergens" d="${data}"/></svg>`).shapes.ergens;

test("every province has a shape under its own name", () => {
  assert.deepEqual(Object.keys(shapes).sort(), [
    "drenthe", "flevoland", "friesland", "gelderland", "groningen", "limburg",
    "noord-brabant", "noord-holland", "overijssel", "utrecht", "zeeland", "zuid-holland",
  ]);
});

test("shapes are in whole units, inside the picture, and small", () => {
  for (const { path } of Object.values(shapes)) assert.match(path, /^(M\d+ \d+l[-\d ]+z)+$/);
  for (const { x, y } of Object.values(shapes)) assert.ok(x > 0 && x < width && y > 0 && y < height);
  assert.ok(Object.values(shapes).reduce((sum, { path }) => sum + path.length, 0) < 20_000);
});

test("the label of a province is inside its shape", () => {
  assert.ok(shapes.groningen.y < shapes.drenthe.y && shapes.drenthe.y < shapes.limburg.y);
  assert.ok(shapes.zeeland.x < shapes["zuid-holland"].x && shapes["zuid-holland"].x < shapes.utrecht.x);
});

test("duplicate and collinear points are removed", () => {
  assert.equal(draw("M 0,0 L 100,0 200,0 200.4,0.3 200,200 0,200 z").path, "M0 0l100 0 0 100-100 0z");
});

test("relative, absolute, horizontal and vertical path commands give the same shape", () => {
  const square = draw("M 0,0 L 200,0 200,200 0,200 z").path;
  assert.equal(draw("m 0,0 200,0 0,200 -200,0 z").path, square);
  assert.equal(draw("m 0,0 h 200 v 200 H 0 z").path, square);
});

test("tiny parts are removed, and the label is in the largest part", () => {
  const { path, x, y } = draw("m 10,10 2,0 0,2 -2,0 z m 0,100 100,0 0,100 -100,0 z m 200,0 200,0 0,200 -200,0 z");
  assert.equal(path, "M105 55l100 0 0 100-100 0zM5 55l50 0 0 50-50 0z");
  assert.deepEqual([x, y], [155, 105]);
});

test("a map with curves is refused", () => {
  assert.throws(() => draw("M 0,0 C 1,1 2,2 3,3 z"), /not straight/);
});

test("one file has all shapes, by the name of the province", () => {
  const picture = writeShapes({ width: 400, height: 300, shapes: { utrecht: { path: "M0 0l1 0 0 1z", x: 1, y: 1 } } });
  assert.equal(picture, '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300"><path id="utrecht" d="M0 0l1 0 0 1z"/></svg>');
});
