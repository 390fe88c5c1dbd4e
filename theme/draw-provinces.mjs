/**
 * The provinces of the Netherlands as shapes that are small enough for a page.
 *
 * The package draws every dyke in hundredths of a unit. Here each corner goes to the nearest whole unit of a coarse grid,
 * the same for neighbours, so that borders still meet; what then falls together, lies on a line or is a speck goes.
 */
import polylabel from "polylabel";

const WIDTH = 400;

/** Islets and enclaves below this surface, in square units, would be specks. */
const SPECK = 4;

/**
 * @typedef {[number, number]} Point
 *
 * @typedef {object} Shape
 * @property {string} path data for the attribute `d`, in whole units
 * @property {number} x where its number has most room
 * @property {number} y
 *
 * @typedef {object} Drawing
 * @property {number} width
 * @property {number} height
 * @property {Record<string, Shape>} shapes by the name of the province as it stands in content (`noord-brabant`)
 */

/**
 * @param {string} svg the map of `@svg-maps/netherlands`: one `<path>` per province, with its name
 * @returns {Drawing}
 */
export function drawProvinces(svg) {
  const [, , , width, height] = /viewBox="(\S+) (\S+) (\S+) (\S+)"/.exec(svg)?.map(Number) ?? [];
  const scale = WIDTH / width;
  const shapes = {};
  for (const [, name, data] of svg.matchAll(/<path[^>]*?\sname="([^"]+)"[^>]*?\sd="([^"]+)"/g)) {
    const rings = readRings(data)
      .map((ring) => simplify(ring.map(([x, y]) => [Math.round(x * scale), Math.round(y * scale)])))
      .filter((ring) => Math.abs(surface(ring)) >= SPECK)
      .sort((a, b) => Math.abs(surface(b)) - Math.abs(surface(a)));
    const [x, y] = polylabel([rings[0]], 0.5);
    shapes[name.toLowerCase()] = { path: rings.map(writeRing).join(""), x: Math.round(x), y: Math.round(y) };
  }
  return { width: WIDTH, height: Math.round(height * scale), shapes };
}

/**
 * Write the shapes as a file that pages show parts of: `<use href="provinces.svg#utrecht">`. One copy serves all of them.
 * @param {Drawing} drawing
 * @returns {string} a picture, with a shape by the name of each province
 */
export function writeShapes({ width, height, shapes }) {
  const paths = Object.entries(shapes).map(([name, { path }]) => `<path id="${name}" d="${path}"/>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${paths.join("")}</svg>`;
}

/**
 * @param {string} data of a path that consists of straight lines, in absolute or relative steps
 * @returns {Point[][]} its closed rings
 */
function readRings(data) {
  const rings = [];
  let [x, y] = [0, 0];
  for (const [, letter, numbers] of data.matchAll(/([a-z])([^a-z]*)/gi)) {
    const values = numbers.match(/-?\d*\.?\d+(?:e-?\d+)?/gi)?.map(Number) ?? [];
    const command = letter.toLowerCase();
    const isRelative = letter === command;
    if (command === "z") {
      [x, y] = rings.at(-1)[0];
    } else if (command === "m" || command === "l") {
      if (command === "m") rings.push([]);
      for (let at = 0; at < values.length; at += 2) {
        [x, y] = isRelative ? [x + values[at], y + values[at + 1]] : [values[at], values[at + 1]];
        rings.at(-1).push([x, y]);
      }
    } else if (command === "h" || command === "v") {
      for (const value of values) {
        if (command === "h") x = isRelative ? x + value : value;
        else y = isRelative ? y + value : value;
        rings.at(-1).push([x, y]);
      }
    } else {
      throw new Error(`The map has a line that is not straight: ${letter}`);
    }
  }
  return rings;
}

/**
 * @param {Point[]} ring
 * @returns {Point[]} the same ring without corners that fall together or lie on the line between their neighbours
 */
function simplify(ring) {
  const kept = [];
  for (const point of ring) {
    if (kept.length && isSame(kept.at(-1), point)) continue;
    while (kept.length > 1 && isStraight(kept.at(-2), kept.at(-1), point)) kept.pop();
    kept.push(point);
  }
  while (kept.length > 1 && isSame(kept[0], kept.at(-1))) kept.pop();
  return kept;
}

function isSame([ax, ay], [bx, by]) {
  return ax === bx && ay === by;
}

function isStraight([ax, ay], [bx, by], [cx, cy]) {
  return (bx - ax) * (cy - by) === (by - ay) * (cx - bx);
}

/** Half the sum of the cross products, negative when the ring turns the other way. */
function surface(ring) {
  return ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}

/** A ring as one absolute corner and the steps from there. */
function writeRing([[x, y], ...others]) {
  let [lastX, lastY] = [x, y];
  const steps = others.map(([nextX, nextY]) => {
    const step = `${nextX - lastX} ${nextY - lastY}`;
    [lastX, lastY] = [nextX, nextY];
    return step;
  });
  return `M${x} ${y}l${steps.join(" ").replaceAll(" -", "-")}z`;
}
