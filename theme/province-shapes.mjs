/**
 * The provinces of the Netherlands as shapes that are small enough for a page.
 *
 * The map of the package is far more detailed. Here each corner is rounded to a whole unit of a coarse grid, the same for
 * neighbours, so that borders still meet; corners that then coincide or lie on a line are left out, and so are tiny islands.
 */
import polylabel from "polylabel";

const WIDTH = 400;

/** Islands and enclaves with a smaller area, in square units, are left out. */
const SPECK = 4;

/**
 * @typedef {[number, number]} Point
 *
 * @typedef {object} Shape
 * @property {string} path data for the attribute `d`, in whole units
 * @property {number} x where its number has the most space
 * @property {number} y
 *
 * @typedef {object} ProvinceMap
 * @property {number} width
 * @property {number} height
 * @property {Record<string, Shape>} shapes by the name of the province in the content (`noord-brabant`)
 */

/**
 * @param {string} svg the map of `@svg-maps/netherlands`: one `<path>` per province, with its name
 * @returns {ProvinceMap}
 */
export function readProvinceMap(svg) {
  const [, , , width, height] = /viewBox="(\S+) (\S+) (\S+) (\S+)"/.exec(svg)?.map(Number) ?? [];
  const scale = WIDTH / width;
  const shapes = {};
  for (const [, name, data] of svg.matchAll(/<path[^>]*?\sname="([^"]+)"[^>]*?\sd="([^"]+)"/g)) {
    const rings = readRings(data)
      .map((ring) => simplify(ring.map(([x, y]) => [Math.round(x * scale), Math.round(y * scale)])))
      .filter((ring) => surface(ring) >= SPECK)
      .sort((a, b) => surface(b) - surface(a));
    const [x, y] = polylabel([rings[0]], 0.5);
    shapes[name.toLowerCase()] = { path: rings.map(writeRing).join(""), x: Math.round(x), y: Math.round(y) };
  }
  return { width: WIDTH, height: Math.round(height * scale), shapes };
}

/**
 * Write the shapes as one file, of which pages show parts: `<use href="provinces.svg#utrecht">`.
 * @param {ProvinceMap} map
 * @returns {string} an SVG with a shape by the name of each province
 */
export function writeShapes({ width, height, shapes }) {
  const paths = Object.entries(shapes).map(([name, { path }]) => `<path id="${name}" d="${path}"/>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${paths.join("")}</svg>`;
}

/**
 * @param {ProvinceMap} map
 * @returns {object} the same without the paths: the size of the map, and the position of the number of each province
 */
export function numberPlaces({ shapes, ...size }) {
  const places = Object.entries(shapes).map(([name, { x, y }]) => [name, { x, y }]);
  return { ...size, shapes: Object.fromEntries(places) };
}

/**
 * @param {string} data of a path of straight lines, with absolute or relative coordinates
 * @returns {Point[][]} its closed rings
 */
function readRings(data) {
  const rings = [];
  let [x, y] = [0, 0];
  for (const [, command, numbers] of data.matchAll(/([a-z])([^a-z]*)/gi)) {
    if (command.toLowerCase() === "m") rings.push([]);
    const ring = rings.at(-1);
    if (command.toLowerCase() === "z") [x, y] = ring[0];
    for (const step of stepsOf(command, numbers.match(/-?\d*\.?\d+(?:e-?\d+)?/gi)?.map(Number) ?? [])) {
      [x, y] = step(x, y);
      ring.push([x, y]);
    }
  }
  return rings;
}

/**
 * @param {string} command of a path: a capital for absolute coordinates, a small letter for relative ones
 * @param {number[]} values
 * @returns {((x: number, y: number) => Point)[]} functions that give each corner, from the one before it
 */
function stepsOf(command, values) {
  switch (command) {
    case "M":
    case "L":
      return pairs(values).map(([toX, toY]) => () => [toX, toY]);
    case "m":
    case "l":
      return pairs(values).map(([byX, byY]) => (x, y) => [x + byX, y + byY]);
    case "H":
      return values.map((toX) => (x, y) => [toX, y]);
    case "h":
      return values.map((byX) => (x, y) => [x + byX, y]);
    case "V":
      return values.map((toY) => (x) => [x, toY]);
    case "v":
      return values.map((byY) => (x, y) => [x, y + byY]);
    case "Z":
    case "z":
      return [];
    default:
      throw new Error(`The map has a line that is not straight: ${command}`);
  }
}

/** The values in pairs. */
function pairs(values) {
  return values.flatMap((value, at) => (at % 2 ? [] : [[value, values[at + 1]]]));
}

/**
 * @param {Point[]} ring
 * @returns {Point[]} the same ring without corners that coincide or lie on the line between their neighbours
 */
function simplify(ring) {
  const corners = [];
  for (const point of ring) {
    if (corners.length && isSame(corners.at(-1), point)) continue;
    while (corners.length > 1 && isStraight(corners.at(-2), corners.at(-1), point)) corners.pop();
    corners.push(point);
  }
  while (corners.length > 1 && isSame(corners[0], corners.at(-1))) corners.pop();
  return corners;
}

function isSame([ax, ay], [bx, by]) {
  return ax === bx && ay === by;
}

function isStraight([ax, ay], [bx, by], [cx, cy]) {
  return (bx - ax) * (cy - by) === (by - ay) * (cx - bx);
}

/** The area: half the sum of the cross products, without its sign. */
function surface(ring) {
  const crossProducts = ring.map(([x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length];
    return x * nextY - nextX * y;
  });
  return Math.abs(crossProducts.reduce((sum, product) => sum + product, 0)) / 2;
}

/** A ring as one absolute corner and relative steps. */
function writeRing([[x, y], ...others]) {
  let [lastX, lastY] = [x, y];
  const steps = others.map(([nextX, nextY]) => {
    const step = `${nextX - lastX} ${nextY - lastY}`;
    [lastX, lastY] = [nextX, nextY];
    return step;
  });
  return `M${x} ${y}l${steps.join(" ").replaceAll(" -", "-")}z`;
}
