/** Write the package: one readable text with all files, which `mvo import` reads (see `reading/package.py`). */

/**
 * @typedef {{ path: string, text: string, isNew: boolean, before?: string }} PackedFile `before` is the text that is improved
 * @typedef {{ [name in typeof NOTES[number]]?: string }} Notes remarks of the sender
 */

export const NOTES = /** @type {const} */ (["Van", "Wat er verandert", "Waarom"]);

const SHORT = 60; // characters: mail programs do not wrap shorter lines
const WIDTH = 72;

/** @type {(files: readonly PackedFile[], notes?: Notes) => string} */
export function writePackage(files, notes = {}) {
  return [
    "Pakket voor de catalogus (vorm 1)\nEen beheerder leest dit in met “mvo import”. Laat de regels met ~~~~ staan.",
    ...NOTES.flatMap((name) => (notes[name] ? [writePiece(name, notes[name])] : [])),
    ...files.map(({ path, text, isNew, before }) => writePiece(`${isNew ? "Nieuw bestand" : "Verbetering van"}: ${path}`, text, before)),
    "Einde van het pakket\n",
  ].join("\n\n");
}

/** @param {string} name @param {string} text @param {string} [before] @returns {string} */
function writePiece(name, text, before) {
  const fence = "~".repeat(Math.max(4, 1 + Math.max(0, ...(text.match(/~+/g) ?? []).map(({ length }) => length))));
  const check = [`Controle: ${sum(text)}${before === undefined ? "" : ` was:${sum(before)}`}`];
  for (const [place, line] of text.split("\n").entries()) {
    const { length } = [...line];
    if (length <= SHORT) continue;
    const last = `${check.at(-1)} ${place + 1}+${length}`;
    if (last.length > WIDTH) check.push(`${place + 1}+${length}`);
    else check[check.length - 1] = last;
  }
  return [name, fence, text.replace(/\n$/, ""), fence, ...check].join("\n");
}

/** @param {string} text @returns {string} its CRC-32 in UTF-8, to detect accidental changes */
function sum(text) {
  let rest = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  }
  return (~rest >>> 0).toString(16).padStart(8, "0");
}
