/**
 * Search as lunr.js does on the whole index, from the few files that a query touches.
 *
 * What is asked of it are Lunr's own clauses; refs, their order and scores are those of Lunr.
 */

import { findMatches } from "./matches.js";
import { rank } from "./rank.js";
import { Shards } from "./shards.js";
import { readTerms } from "./terms.js";
import { addGaps, decode, readWords } from "./vlq.js";

/**
 * @typedef {import("./shards.js").Manifest} Manifest
 * @typedef {import("./terms.js").Term} Term
 *
 * @typedef {object} Clause a clause of a Lunr query
 * @property {string} term
 * @property {string[]} [fields] all fields when left out
 * @property {number} [boost]
 * @property {number} [wildcard] 1 before the term, 2 after it, 3 both
 * @property {number} [editDistance]
 * @property {number} [presence] 1 optional, 2 required, 3 prohibited
 *
 * @typedef {object} Found
 * @property {Uint32Array} documents best first
 * @property {Float64Array} scores
 * @property {Map<string, Term>} terms every term of the index that the query stands for
 *
 * @typedef {object} Hit what the list of results shows of a practice
 * @property {string} ref
 * @property {string} path from the root of the site
 * @property {string} title
 * @property {string} summary
 * @property {string[]} topics
 * @property {string[]} associations
 * @property {string[]} partners
 * @property {string[]} places
 * @property {{ value: string, label: string }} evidence
 * @property {string} published
 * @property {string} reviewed
 *
 * @typedef {object} Choice a value of a facet
 * @property {string} value
 * @property {string} label
 * @property {number} count how many of the documents have it
 */

const DATE_FACET = "gepubliceerd";

/**
 * Load the manifest of an index.
 *
 * @param {string} address
 * @param {{ fetchJson?: import("./shards.js").FetchJson }} [options]
 * @returns {Promise<Engine>}
 */
export async function openIndex(address, { fetchJson = fetchOrThrow } = {}) {
  const folder = address.slice(0, address.lastIndexOf("/") + 1);
  return new Engine(folder, await fetchJson(address), fetchJson);
}

/** @type {import("./shards.js").FetchJson} */
async function fetchOrThrow(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.json();
}

export class Engine {
  /**
   * @param {string} folder the address that names of files are added to
   * @param {Manifest} manifest
   * @param {import("./shards.js").FetchJson} fetchJson
   */
  constructor(folder, manifest, fetchJson) {
    this.manifest = manifest;
    const lengths = readRuns(manifest.lengths);
    this.shards = new Shards(folder, manifest, fetchJson, {
      terms: (/** @type {import("./terms.js").TermFile} */ file) => readTerms(file, manifest, lengths),
      values: readValues,
      forward: readForward,
      reversed: readReversed,
    });
  }

  /**
   * Rank the documents for a query.
   *
   * @param {Clause[]} clauses
   * @returns {Promise<Found>}
   */
  async search(clauses) {
    const { documents, fields } = this.manifest;
    const matches = await Promise.all(clauses.map((clause) => this.matches(clause)));
    const terms = await this.terms(matches.flat());
    const ranked = clauses.map((clause, at) => ({
      fields: (clause.fields ?? fields).map((name) => fields.indexOf(name)),
      boost: clause.boost ?? 1,
      presence: clause.presence ?? 1,
      terms: /** @type {string[]} */ (matches[at]).flatMap((word) => terms.get(word) ?? []),
    }));
    return { ...rank(ranked, documents, fields.length), terms };
  }

  /**
   * Return how many documents hold a term, counted once for each field as Lunr does; 0 for no such term.
   *
   * @param {string} term
   * @returns {Promise<number>}
   */
  async documentFrequency(term) {
    return (await this.terms([term])).get(term)?.count ?? 0;
  }

  /**
   * Return the terms that begin with a text, the most frequent first.
   *
   * @param {string} prefix
   * @param {number} limit
   * @returns {Promise<string[]>}
   */
  async complete(prefix, limit) {
    const files = await this.shards.find("forward", prefix, true);
    return files
      .flat()
      .filter(([word]) => word.startsWith(prefix))
      .sort(([, a], [, b]) => b - a)
      .slice(0, limit)
      .map(([word]) => word);
  }

  /**
   * Return the terms at most some letters away from a text, as Lunr counts letters.
   *
   * @param {string} term
   * @param {number} distance
   * @returns {Promise<string[]>}
   */
  near(term, distance) {
    return this.matches({ term, editDistance: distance });
  }

  /**
   * Return what to show of documents, in the order given.
   *
   * @param {ArrayLike<number>} documents
   * @returns {Promise<Hit[]>}
   */
  hits(documents) {
    const { hits, path } = this.manifest;
    return Promise.all(
      Array.from(documents, async (document) => {
        const file = await this.shards.load(`hits-${Math.floor(document / hits)}`);
        const [ref, title, summary, topics, associations, partners, places, value, label, published, reviewed] = file[document % hits];
        const evidence = { value, label };
        return { ref, path: path.replace("*", ref), title, summary, topics, associations, partners, places, evidence, published, reviewed };
      }),
    );
  }

  /**
   * @param {ArrayLike<number>} documents
   * @returns {Promise<string[]>} the names of documents, in the order given
   */
  async refs(documents) {
    return (await this.hits(documents)).map(({ ref }) => ref);
  }

  /**
   * Return the running text of a practice, one text per heading, for the piece in which the words were found.
   *
   * @param {string} ref
   * @returns {Promise<string[]>}
   */
  texts(ref) {
    return this.shards.load(`texts-${ref}`);
  }

  /**
   * Count the values that documents have, per facet; the most frequent first. Only the facets asked for are loaded.
   *
   * @param {ArrayLike<number>} documents
   * @param {string[]} [names]
   * @returns {Promise<Map<string, Choice[]>>}
   */
  async facets(documents, names = this.manifest.facets) {
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

  /**
   * Return the documents that have a value, ascending.
   *
   * @param {string} facet
   * @param {string} value
   * @returns {Promise<Uint32Array>}
   */
  async matching(facet, value) {
    const [found] = await this.values(`${facet}/${value}=`);
    return found?.documents ?? new Uint32Array();
  }

  /**
   * Return documents with the last published first; of one day in the order given.
   *
   * @param {ArrayLike<number>} documents
   * @returns {Promise<Uint32Array>}
   */
  async newest(documents) {
    const days = new Uint32Array(this.manifest.documents);
    const values = await this.values(`${DATE_FACET}/`);
    values.forEach(({ documents: all }, day) => all.forEach((document) => (days[document] = day)));
    return Uint32Array.from(Array.from(documents).sort((a, b) => /** @type {number} */ (days[b]) - /** @type {number} */ (days[a])));
  }

  /**
   * @param {Clause} clause
   * @returns {Promise<string[]>} the terms that it stands for, in Lunr's order
   */
  matches({ term, wildcard = 0, editDistance }) {
    const start = wildcard & 1 && !term.startsWith("*") ? "*" : "";
    const end = wildcard & 2 && !term.endsWith("*") ? "*" : "";
    return findMatches(start + term + end, editDistance, {
      terms: async (prefix) => {
        const files = await this.shards.find("terms", prefix, true);
        return files.flatMap((terms) => [...terms.keys()]).filter((word) => word.startsWith(prefix));
      },
      forward: async (prefix) => {
        const files = await this.shards.find("forward", prefix, true);
        return files.flatMap((words) => words.map(([word]) => word)).filter((word) => word.startsWith(prefix));
      },
      backward: async (ending) => {
        const files = await this.shards.find("reversed", turn(ending), true);
        return files.flat().filter((word) => word.endsWith(ending)).sort();
      },
    });
  }

  /**
   * @param {string[]} words
   * @returns {Promise<Map<string, Term>>} those that the index has
   */
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

  /**
   * @param {string} prefix of `facet/value=label`
   * @returns {Promise<{ value: string, label: string, documents: Uint32Array }[]>}
   */
  async values(prefix) {
    const files = await this.shards.find("values", prefix, true);
    return files.flat().filter(({ key }) => key.startsWith(prefix));
  }
}

/**
 * @param {string} text lengths, each with how many documents in a row have it
 * @returns {number[]} the length per document
 */
function readRuns(text) {
  const runs = decode(text);
  return runs.flatMap((length, at) => (at % 2 ? [] : Array(runs[at + 1]).fill(length)));
}

/**
 * @param {string} word
 * @returns {string} the word from back to front
 */
function turn(word) {
  return [...word].reverse().join("");
}

/**
 * @param {[added: string, kept: string]} file
 * @returns {string[]}
 */
function readReversed([added, kept]) {
  return readWords(added, kept).map(turn);
}

/**
 * @param {[added: string, kept: string, counts: string]} file
 * @returns {[word: string, count: number][]}
 */
function readForward([added, kept, counts]) {
  const numbers = decode(counts);
  return readWords(added, kept).map((word, at) => [word, /** @type {number} */ (numbers[at])]);
}

/**
 * @param {[added: string, kept: string, counts: string, gaps: string]} file
 * @returns {{ key: string, value: string, label: string, documents: Uint32Array }[]}
 */
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
