/**
 * Search like lunr.js on the whole index, from the few files that a query needs.
 *
 * Queries are clauses of Lunr; the refs, their order and their scores are those of Lunr.
 */

import { rank } from "./rank.js";
import { Shards } from "./shards.js";
import { readTerms } from "./terms.js";
import { addGaps, decode, readWords } from "./encoding.js";

/**
 * @import { Ranking } from "./rank.js"
 * @import { FetchJson, Manifest } from "./shards.js"
 * @import { Term, TermFile } from "./terms.js"
 *
 * @typedef {object} Clause a clause of a Lunr query
 * @property {string} term
 * @property {string[]} [fields] all fields when left out
 * @property {number} [boost]
 * @property {number} [wildcard] 1 before the term, 2 after it, 3 both
 * @property {number} [editDistance]
 * @property {number} [presence] 1 optional, 2 required, 3 prohibited
 *
 * @typedef {(clause: Clause, shards: Engine["shards"]) => Promise<string[]>} Match the terms that match a clause, in Lunr's order
 *
 * @typedef {Ranking & { terms: Map<string, Term> }} Found with every term of the index that matches the query
 *
 * @typedef {[added: string, kept: string, counts: string]} WordFile
 * @typedef {readonly [word: string, count: number]} CountedWord with its document frequency, counted like in `Term`
 *
 * @typedef {{ key: string, value: string, label: string, documents: Uint32Array }} Value of a facet
 * @typedef {{ value: string, label: string, count: number }} Choice a value, and the number of documents that have it
 */

/** From this number of files on, it is cheaper to complete a prefix from the lists of words. */
const MANY_FILES = 3;

export class Engine {
  /**
   * @param {string} folder its address @param {Manifest} manifest @param {FetchJson} fetchJson
   * @param {Match} match `findMatches`, where clauses have wildcards or edit distances
   */
  constructor(folder, manifest, fetchJson, match = async ({ term }) => [term]) {
    this.manifest = manifest;
    this.match = match;
    this.shards = new Shards(folder, manifest, fetchJson, {
      terms: (/** @type {TermFile} */ file) => readTerms(file, manifest),
      values: readValues,
      forward: readCounted,
      reversed: readCounted,
    });
  }

  /** @type {(clauses: Clause[]) => Promise<Found>} */
  async search(clauses) {
    const { documents, fields } = this.manifest;
    const matches = await Promise.all(clauses.map((clause) => this.match(clause, this.shards)));
    const terms = await this.terms(matches.flat());
    const ranked = clauses.map((clause, at) => ({
      fields: (clause.fields ?? fields).map((name) => fields.indexOf(name)),
      boost: clause.boost ?? 1,
      presence: clause.presence ?? 1,
      terms: /** @type {string[]} */ (matches[at]).flatMap((word) => terms.get(word) ?? []),
    }));
    return { ...rank(ranked, documents, fields.length), terms };
  }

  /** @type {(term: string) => Promise<number>} a document counts once for each field, as in Lunr */
  async documentFrequency(term) {
    return (await this.terms([term])).get(term)?.count ?? 0;
  }

  /** @param {string} prefix @param {number} limit @returns {Promise<string[]>} the terms with a prefix, the most frequent first */
  async complete(prefix, limit) {
    const words = await this.beginning(prefix);
    return words
      .sort(([, a], [, b]) => b - a)
      .slice(0, limit)
      .map(([word]) => word);
  }

  /** @type {(prefix: string) => Promise<CountedWord[]>} the terms with a prefix, from the files of terms if those are few */
  async beginning(prefix) {
    const numbers = await this.shards.numbers("terms", prefix, true, MANY_FILES);
    const found =
      numbers.length < MANY_FILES
        ? (await Promise.all(numbers.map((number) => this.shards.part("terms", number)))).map((terms) => Array.from(terms.values(), ({ word, count }) => /** @type {const} */ ([word, count])))
        : await this.shards.find("forward", prefix, true);
    return found.flat().filter(([word]) => word.startsWith(prefix));
  }

  /** @param {ArrayLike<number>} documents @returns {Promise<any[]>} what is stored of documents to show, in the given order */
  stored(documents) {
    return Promise.all(Array.from(documents, async (document) => (await this.hit(document))[0]));
  }

  /** @param {number} document @returns {Promise<string[]>} its texts, to show an excerpt */
  async texts(document) {
    const [, digest] = await this.hit(document);
    return digest ? this.shards.load("texts", document, undefined, digest) : [];
  }

  /** @type {(document: number) => Promise<[stored: any, digest: string]>} what is stored to show, and the digest of its texts, if any */
  async hit(document) {
    const { hits } = this.manifest;
    return (await this.shards.load("hits", Math.floor(document / hits)))[document % hits];
  }

  /** @type {(documents: ArrayLike<number>, names?: string[]) => Promise<Map<string, Choice[]>>} the most frequent first */
  async facets(documents, names = this.manifest.facets) {
    if (documents.length === this.manifest.documents) {
      // the counts are in the index
      return new Map(await Promise.all(names.map(async (name) => /** @type {const} */ ([name, await this.choices(name)]))));
    }
    const chosen = new Uint8Array(this.manifest.documents);
    for (const document of Array.from(documents)) chosen[document] = 1;
    const count = (/** @type {Uint32Array} */ all) => all.reduce((sum, document) => sum + /** @type {number} */ (chosen[document]), 0);
    const facets = names.map(async (name) => {
      const values = await this.values(`${name}/`);
      const choices = values.map(({ value, label, documents: all }) => ({ value, label, count: count(all) }));
      return /** @type {[string, Choice[]]} */ ([name, choices.filter((choice) => choice.count).sort((a, b) => b.count - a.count)]);
    });
    return new Map(await Promise.all(facets));
  }

  /** @param {string} facet @param {string} value @returns {Promise<Uint32Array>} the documents that have a value, ascending */
  async matching(facet, value) {
    const [found] = await this.values(`${facet}/${value}=`);
    return found?.documents ?? new Uint32Array();
  }

  /** @type {(order: string, documents: ArrayLike<number>, most?: number) => Promise<Uint32Array>} the first of these documents in that order */
  async ordered(order, documents, most = documents.length) {
    const { documents: total, ordered } = this.manifest;
    const wanted = new Uint8Array(total);
    for (const document of Array.from(documents)) wanted[document] = 1;
    const part = async (/** @type {number} */ number) => (await this.shards.load(`order-${order}`, number, decode)).filter((/** @type {number} */ document) => wanted[document]);
    const enough = Math.min(most, documents.length);
    const found = enough > 0 ? await part(0) : [];
    // The first file has the first of all documents; the chosen ones can be in any file.
    const rest = found.length < enough ? Array.from({ length: Math.ceil(total / ordered) - 1 }, (_, number) => part(number + 1)) : [];
    return Uint32Array.from([...found, ...(await Promise.all(rest)).flat()].slice(0, enough));
  }

  /** @param {string} facet @returns {Promise<Choice[]>} its values in all documents, the most frequent first */
  async choices(facet) {
    /** @type {[value: string, label: string, count: number][]} */
    const choices = await this.shards.load(`choices-${facet}`, 0);
    return choices.map(([value, label, count]) => ({ value, label, count }));
  }

  /** @param {string[]} words @returns {Promise<Map<string, Term>>} those that the index has */
  async terms(words) {
    const terms = new Map();
    await Promise.all(
      words.map(async (word) => {
        const [file] = await this.shards.find("terms", word, false);
        const term = file?.get(word);
        if (term) terms.set(word, term);
      }),
    );
    return terms;
  }

  /** @type {(prefix: string) => Promise<Value[]>} the values whose `facet/value=label` has this prefix */
  async values(prefix) {
    const files = await this.shards.find("values", prefix, true);
    return files.flat().filter(({ key }) => key.startsWith(prefix));
  }

  /** @type {(list: string, key: string) => Promise<any>} the value of a key in a list, if any */
  listed(list, key) {
    return this.shards.listed(list, key);
  }
}

/** @param {WordFile} file @returns {CountedWord[]} */
function readCounted([added, kept, counts]) {
  const numbers = decode(counts);
  return readWords(added, kept).map((word, at) => [word, /** @type {number} */ (numbers[at])]);
}

/** @type {(file: [added: string, kept: string, counts: string, gaps: string]) => Value[]} */
function readValues([added, kept, countText, gapText]) {
  const counts = decode(countText);
  const gaps = decode(gapText);
  let place = 0;
  return readWords(added, kept).map((key, at) => {
    const documents = addGaps(gaps, place, /** @type {number} */ (counts[at]));
    place += documents.length;
    const [, value = "", label = ""] = /^[^/]*\/([^=]*)=(.*)$/.exec(key) ?? [];
    return { key, value, label, documents };
  });
}
