/** The lists to choose from. Those of organisations and practices are in small files, of which only those near a text are loaded. */
import { makeSlug } from "../lib/slug.js";
import { fold } from "./choices.js";

/**
 * @import { Choice } from "./choices.js"
 *
 * @typedef {[value: string, text: string, kind?: string, names?: string[], words?: string[]]} Row of `exports/form_data.py` and `exports/form_names.py`
 */

const STARTS = "begin.json";
const KEY = 40; // characters, as in form_names.py
/** The lists that consist of others. */
const JOINED = new Map([["organisaties", ["corporaties", "partners"]]]);

export class Names {
  /** @type {Map<string, Promise<any>>} */
  #files = new Map();
  /** @type {Map<string, Choice[]>} by list and key */
  #found = new Map();
  /** @type {Map<string, Choice>} by list and value */
  #known = new Map();

  /** @type {() => void} is called when names are there that were asked for and not loaded yet */
  onLoad = () => {};

  /** @param {Record<string, Row[]>} lists the small ones as a whole @param {(name: string) => Promise<any>} fetchJson gives a file with names */
  constructor(lists, fetchJson) {
    this.fetchJson = fetchJson;
    this.lists = new Map(Object.entries(lists).map(([name, rows]) => [name, rows.map(readRow)]));
  }

  /** @type {(list: string, text: string) => Promise<Choice[]>} the choices with a word that begins like the text, and others; all of a small list */
  async find(list, text) {
    const whole = this.lists.get(list);
    const key = makeKey(text);
    if (whole || !key) return whole ?? [];
    const starts = await this.#load(STARTS);
    const names = (JOINED.get(list) ?? [list]).flatMap((part) => filesFor(starts[part], key).map((start) => `${part}-${start}.json`));
    const rows = (await Promise.all(names.map((name) => this.#load(name)))).flat();
    const choices = [...new Map(rows.map((row) => [row[0], readRow(row)])).values()];
    for (const choice of choices) this.#known.set(`${list} ${choice.value}`, choice);
    this.#found.set(`${list} ${key}`, choices);
    return choices;
  }

  /** @type {(list: string, text: string) => Choice[] | undefined} as `find`; undefined when they are not loaded yet */
  near(list, text) {
    const key = makeKey(text);
    const found = this.lists.get(list) ?? (key ? this.#found.get(`${list} ${key}`) : []);
    if (!found) this.find(list, text).then(() => this.onLoad(), () => {});
    return found;
  }

  /** @type {(list: string, value: string) => Choice | undefined} the choice with a value, once it is loaded */
  known(list, value) {
    const isThis = (/** @type {Choice} */ choice) => choice.value === value;
    return this.#known.get(`${list} ${value}`) ?? this.near(list, value)?.find(isThis);
  }

  /** @param {any} practice the data of a practice, with the names of its organisations */
  learn(practice) {
    for (const list of ["corporaties", "partners"]) {
      for (const { slug, naam, soort } of practice[list]) this.#known.set(`${list} ${slug}`, { value: slug, text: naam, kind: soort.naam });
    }
  }

  /** @param {string} name @returns {Promise<any>} once; after a failure all again, since the names may have been published anew */
  #load(name) {
    const file = this.#files.get(name) ?? this.fetchJson(name);
    this.#files.set(name, file);
    file.catch(() => this.#files.clear());
    return file;
  }
}

/** @param {Row} row @returns {Choice} */
function readRow([value, text, kind = "", names = [], words = []]) {
  return { value, text, kind, names, words };
}

/** @param {string} text @returns {string} what it is found by, as `make_key` in form_names.py does */
export function makeKey(text) {
  return makeSlug(fold(text)).slice(0, KEY);
}

/** @param {readonly string[]} starts of the files, the first empty @param {string} key @returns {string[]} the file with a key, and the next if that goes on */
function filesFor(starts, key) {
  const at = starts.findLastIndex((start) => start <= key);
  return starts.slice(at, at + (starts[at + 1]?.startsWith(key) ? 2 : 1));
}
