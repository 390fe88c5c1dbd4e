/** The files of the index: find the file with a word, and load each file once. */

/**
 * @typedef {[separators: string, filesPerSeparator: number]} Directory
 *
 * @typedef {object} Manifest the content of `manifest.json`; see plugins/lunr_shards/README.md
 * @property {number} format
 * @property {string} digest
 * @property {Record<string, [together: number, digests: string]>} digests of each kind, and the number of files that share one
 * @property {number} documents
 * @property {string[]} fields
 * @property {number[]} boosts
 * @property {number[]} averages
 * @property {number} k1
 * @property {number} b
 * @property {number} hits
 * @property {number} ordered
 * @property {Record<string, number>} lists the number of files of each list
 * @property {string[]} facets
 * @property {Directory} terms
 * @property {Directory} values
 * @property {Directory} forward
 * @property {Directory} reversed
 *
 * @typedef {"terms" | "values" | "forward" | "reversed"} Kind of files with sorted words
 * @typedef {(address: string) => Promise<any>} FetchJson
 */

/** @template {Record<Kind, (content: any) => any>} Readers parse a file, per kind */
export class Shards {
  /** @param {string} folder its address @param {Manifest} manifest @param {FetchJson} fetchJson @param {Readers} readers */
  constructor(folder, manifest, fetchJson, readers) {
    this.folder = folder;
    this.manifest = manifest;
    this.fetchJson = fetchJson;
    this.readers = readers;
    this.starts = {
      terms: readStarts(manifest.terms[0]),
      values: readStarts(manifest.values[0]),
      forward: readStarts(manifest.forward[0]),
      reversed: readStarts(manifest.reversed[0]),
    };
    /** @type {Map<string, Promise<any>>} */
    this.cache = new Map();
  }

  /**
   * @param {string} kind @param {number} number @param {(content: any) => any} [read] @param {string} [known] the digest in its name, if not in the manifest
   * @returns {Promise<any>} once, unless it failed
   */
  load(kind, number, read = (content) => content, known) {
    const name = `${kind}-${number}`;
    let content = this.cache.get(name);
    if (!content) {
      const { digest, digests } = this.manifest;
      const [together, all] = digests[kind] ?? [Infinity, known ?? digest];
      const from = Math.floor(number / together) * digest.length;
      content = this.fetchJson(`${this.folder}${name}.${all.slice(from, from + digest.length)}.json`).then(read);
      this.cache.set(name, content);
      content.catch(() => this.cache.delete(name));
    }
    return content;
  }

  /** @type {<K extends Kind>(kind: K, word: string, isPrefix: boolean) => Promise<ReturnType<Readers[K]>[]>} */
  async find(kind, word, isPrefix) {
    const numbers = await this.numbers(kind, word, isPrefix);
    return Promise.all(numbers.map((number) => this.part(kind, number)));
  }

  /**
   * @type {(kind: Kind, word: string, isPrefix: boolean, many?: number) => Promise<number[]>}
   *   the numbers of the files that can have the word, or words with that prefix; incomplete if there are `many`
   */
  async numbers(kind, word, isPrefix, many = Infinity) {
    const [, filesEach] = this.manifest[kind];
    const places = responsible(this.starts[kind], word, isPrefix);
    if (filesEach === 1 || places.length >= many) return places;
    const groups = places.map(async (group) => {
      const starts = await this.load(`${kind}-from`, group, readStarts);
      return responsible(starts, word, isPrefix).map((number) => group * filesEach + number);
    });
    return (await Promise.all(groups)).flat();
  }

  /** @type {(list: string, key: string) => Promise<any>} the value of a key in a list, if any */
  async listed(list, key) {
    const files = this.manifest.lists[list] ?? 0;
    const found = files && (await this.load(`list-${list}`, hash(key) % files, (content) => new Map(Object.entries(content))));
    return found ? found.get(key) : undefined;
  }

  /** @type {<K extends Kind>(kind: K, number: number) => Promise<ReturnType<Readers[K]>>} */
  part(kind, number) {
    return this.load(kind, number, this.readers[kind]);
  }
}

/** @param {string} separators @returns {string[]} the first word that each file covers */
function readStarts(separators) {
  return separators.split("\n");
}

/** @param {string} key @returns {number} as `lunr_shards/write.py` does */
function hash(key) {
  return [...key].reduce((number, letter) => (number * 31 + /** @type {number} */ (letter.codePointAt(0))) % 65_521, 0);
}

/** @type {(starts: string[], word: string, isPrefix: boolean) => number[]} the files that cover a word; each covers words from its start up to the next start */
export function responsible(starts, word, isPrefix) {
  /** @type {number[]} */
  const numbers = [];
  starts.forEach((start, number) => {
    const next = starts[number + 1];
    const holds = start <= word && (next === undefined || word < next);
    if (holds || (isPrefix && start.startsWith(word))) numbers.push(number);
  });
  return numbers;
}
