/** An engine for tests: five documents, each with a date, how much is known of it, words and values, in the shape of `lunr-shards/engine.js`. */

import { stopWords } from "./stop-words.mjs";

const DOCUMENTS = [
  { words: ["huur", "schuld"], thema: ["geld"], partner: ["bank"], date: "2020", known: 3 },
  { words: ["huur"], thema: ["geld", "wonen"], partner: ["gemeente"], date: "2024", known: 1 },
  { words: ["tuin"], zoekwoord: ["tuin", "tuinen", "tuinfeest"], thema: ["wonen"], partner: ["gemeente"], date: "2022", known: 5 },
  { words: ["huur"], thema: ["wonen"], partner: ["bank"], uitkomst: ["cijfers"], date: "2023", known: 2 },
  { words: ["tuinen"], thema: ["groen"], partner: [], date: "2021", known: 4 },
];
const WORDS = [...new Set(DOCUMENTS.flatMap(({ words }) => words))];
const having = (test) => Uint32Array.from(DOCUMENTS.flatMap((document, number) => (test(document) ? [number] : [])));

export const fakeEngine = {
  manifest: { documents: DOCUMENTS.length, stopWords, fillerWords: [], figureWords: ["hoeveel"], pages: [], path: "/praktijken/*/", fields: ["titel"], digest: "een" },
  async search(clauses) {
    const terms = clauses.map(({ term }) => term).filter((term) => WORDS.includes(term));
    const documents = having(({ words }) => words.some((word) => terms.includes(word)));
    const postings = (term) => [{ documents: having(({ words }) => words.includes(term)) }];
    return { documents, scores: new Float64Array(documents.length).fill(1), terms: new Map(terms.map((term) => [term, { word: term, postings: postings(term) }])) };
  },
  documentFrequency: async (term) => having(({ words }) => words.includes(term)).length,
  complete: async (prefix, limit) => WORDS.filter((word) => word.startsWith(prefix)).slice(0, limit),
  beginning: async (prefix) => WORDS.filter((word) => word.startsWith(prefix)).map((word) => [word, 1]),
  terms: async () => new Map(),
  listed: async () => undefined,
  matching: async (facet, value) => having((document) => document[facet]?.includes(value)),
  async facets(documents, names) {
    return new Map(
      names.map((name) => {
        const counts = new Map();
        for (const number of documents) for (const value of DOCUMENTS[number][name]) counts.set(value, (counts.get(value) ?? 0) + 1);
        const choices = [...counts].map(([value, count]) => ({ value, label: value.toUpperCase(), count }));
        return [name, choices.sort((a, b) => b.count - a.count)];
      }),
    );
  },
  async ordered(order, documents, most) {
    const key = { nieuwste: "date", bekend: "known" }[order];
    return Uint32Array.from(documents).sort((a, b) => (DOCUMENTS[a][key] < DOCUMENTS[b][key] ? 1 : -1)).slice(0, most);
  },
  stored: async (documents) => Array.from(documents, (number) => [`${number}`, `Praktijk ${number}`]),
  async values(prefix) {
    const [facet, start] = prefix.split("/");
    const values = [...new Set(DOCUMENTS.flatMap((document) => document[facet] ?? []))].filter((value) => value.startsWith(start));
    return Promise.all(values.map(async (value) => ({ value, label: value.toUpperCase(), documents: await this.matching(facet, value) })));
  },
};
