/** What suits the reader's organisation, for all practices of the index at once: from the values that the filters use. */
import { readFacts } from "./facts.js";
import { readProfile } from "./profile.js";
import { judge, scoreOf } from "./rules.js";

/**
 * @import { Engine } from "../lunr-shards/engine.js"
 * @import { Profile } from "./profile.js"
 * @import { Facts } from "./rules.js"
 *
 * @typedef {object} Fit
 * @property {(document: number) => Facts} facts
 * @property {(documents: Uint32Array, covered: ArrayLike<number>) => Uint32Array} sort what suits best first, among those
 *   with as many of the words that were asked for (`covered`, by number of the document); of one score in the order given
 */

const STEPS = /** @type {const} */ ([
  ["kosten", "costs"],
  ["inzet", "effort"],
  ["doorlooptijd", "leadTime"],
  ["moeilijkheid", "difficulty"],
]);

/** @param {Engine} engine @returns {Promise<Fit | undefined>} nothing when the reader filled in nothing */
export async function openOwnFit(engine) {
  const profile = readProfile();
  return profile ? await openFit(engine, profile) : undefined;
}

/** @type {(engine: Engine, profile: Profile) => Promise<Fit>} of only what the reader filled in something about */
export async function openFit(engine, profile) {
  /** @type {Map<number, Facts>} */
  const known = new Map();
  const facts = (/** @type {number} */ document) => {
    const found = known.get(document) ?? readFacts("");
    known.set(document, found);
    return found;
  };
  /** @type {(facet: string, note: (facts: Facts, value: string) => void) => Promise<void>} */
  const read = async (facet, note) => {
    for (const { value, documents } of await engine.values(`${facet}/`)) for (const document of documents) note(facts(document), value);
  };
  await Promise.all([
    profile.province && read("provincie", ({ provinces }, value) => provinces.push(value)),
    profile.area && read("gebied", ({ areas }, value) => areas.push(value)),
    (profile.kinds.length > 0 || profile.partners.length > 0) && read("soort", ({ kinds }, value) => kinds.push(value)),
    ...profile.partners.map(async ({ slug }) => {
      for (const document of await engine.matching("partner", slug)) facts(document).partners.push(slug);
    }),
    ...STEPS.map(([facet, name]) => (profile[name] !== null || (name === "effort" && profile.size !== null)) && read(facet, (found, value) => (found[name] = Number(value)))),
  ]);
  return {
    facts,
    sort(documents, covered) {
      const scores = new Map(Array.from(documents, (document) => [document, scoreOf(judge(facts(document), profile))]));
      const score = (/** @type {number} */ document) => /** @type {number} */ (scores.get(document));
      return Uint32Array.from([...documents].sort((a, b) => (covered[b] ?? 0) - (covered[a] ?? 0) || score(b) - score(a)));
    },
  };
}
