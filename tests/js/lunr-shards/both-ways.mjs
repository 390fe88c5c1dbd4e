/** One query on stock lunr.js with the whole index and on the engine with its files. */
import { readFile } from "node:fs/promises";

import lunr from "lunr";

import { findMatches } from "../../../theme/js/lunr-shards/matches.js";
import { openIndex } from "../../../theme/js/lunr-shards/open-index.js";

/**
 * @param {string} folder the folder of a search index that was written with the whole index beside it
 */
export async function openBoth(folder) {
  const whole = JSON.parse(await readFile(`${folder}/lunr.json`, "utf8"));
  const engine = await openFiles(folder);
  const refs = whole.fieldVectors.slice(0, engine.manifest.documents).map(([name]) => name.slice(name.indexOf("/") + 1));
  return { whole, lunr: lunr.Index.load(whole), engine, refs };
}

/**
 * @param {{ fields: string[], invertedIndex: [string, object][], fieldVectors: [string, number[]][] }} whole
 * @returns {{ terms: string[], fields: string[], documents: string[][] }} what random queries are made from
 */
export function readVocabulary({ fields, invertedIndex, fieldVectors }) {
  const terms = invertedIndex.map(([term]) => term);
  const documents = new Map();
  for (const [name, vector] of fieldVectors) {
    const ref = name.slice(name.indexOf("/") + 1);
    const found = vector.filter((_, at) => at % 2 === 0).map((number) => terms[number]);
    documents.set(ref, [...new Set([...(documents.get(ref) ?? []), ...found])]);
  }
  return { terms, fields, documents: [...documents.values()] };
}

/**
 * @param {string} folder
 * @param {(address: string, text: string) => void} [onLoad]
 */
export function openFiles(folder, onLoad = () => {}) {
  const fetchJson = async (address) => {
    const text = await readFile(address, "utf8");
    onLoad(address, text);
    return JSON.parse(text);
  };
  return openIndex(`${folder}/manifest.json`, fetchJson, findMatches);
}

/**
 * @param {string | object[]} query text in Lunr's syntax, or clauses
 * @param {string[]} fields
 * @returns {object[]} clauses, copies of those given
 */
export function toClauses(query, fields) {
  if (Array.isArray(query)) return query.map((clause) => ({ ...clause, usePipeline: false }));
  const parsed = new lunr.Query(fields);
  new lunr.QueryParser(query, parsed).parse();
  return parsed.clauses;
}

/**
 * @param {lunr.Index} index
 * @param {string | object[]} query
 */
export function askLunr(index, query) {
  const results = index.query((builder) => {
    for (const clause of toClauses(query, index.fields)) builder.clause(clause);
  });
  return { refs: results.map(({ ref }) => ref), scores: results.map(({ score }) => score) };
}

/**
 * @param {import("../../../theme/js/lunr-shards/engine.js").Engine} engine
 * @param {string | object[]} query
 * @param {string[]} refs the name of every document
 */
export async function askEngine(engine, query, refs) {
  const { documents, scores } = await engine.search(toClauses(query, engine.manifest.fields));
  return { refs: Array.from(documents, (document) => refs[document]), scores: [...scores] };
}

/**
 * @param {{ refs: string[], scores: number[] }} one
 * @param {{ refs: string[], scores: number[] }} other
 * @returns {boolean} whether both have the same refs in the same order with the same scores, to the last bit
 */
export function areEqual(one, other) {
  return (
    one.refs.length === other.refs.length &&
    one.refs.every((ref, at) => ref === other.refs[at] && one.scores[at] === other.scores[at])
  );
}
