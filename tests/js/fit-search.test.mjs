import assert from "node:assert/strict";
import { test } from "node:test";

import { openFit } from "../../theme/js/fit/search.js";

const VALUES = {
  provincie: { limburg: [0, 2], zeeland: [1] },
  kosten: { 0: [2], 5: [0] },
  soort: { gemeente: [1] },
  partner: { irado: [1] },
};
const NOBODY = { size: null, area: "", province: "", costs: null, effort: null, leadTime: null, difficulty: null, kinds: [], partners: [] };

/** An index with these values, that notes which facets it was asked for. */
function makeEngine() {
  const asked = [];
  return {
    asked,
    async values(prefix) {
      const [facet] = prefix.split("/");
      asked.push(facet);
      return Object.entries(VALUES[facet] ?? {}).map(([value, documents]) => ({ value, documents: Uint32Array.from(documents) }));
    },
    async matching(facet, value) {
      asked.push(`${facet}/${value}`);
      return Uint32Array.from(VALUES[facet]?.[value] ?? []);
    },
  };
}

test("what suits best comes first; of one score the order stays", async () => {
  const fit = await openFit(makeEngine(), { ...NOBODY, province: "limburg", costs: 1 });
  assert.deepEqual([...fit.sort(Uint32Array.from([0, 1, 3, 2]), Uint8Array.of(1, 1, 1, 1))], [2, 0, 1, 3]);
  assert.deepEqual(fit.facts(2).provinces, ["limburg"]);
  assert.equal(fit.facts(2).costs, 0);
  assert.equal(fit.facts(1).costs, null);
});

test("what has more of the words stays above what suits better", async () => {
  const fit = await openFit(makeEngine(), { ...NOBODY, province: "limburg", costs: 1 });
  assert.deepEqual([...fit.sort(Uint32Array.from([1, 3, 2]), Uint8Array.of(0, 2, 1, 1))], [1, 2, 3]);
});

test("only what the reader told something about is loaded", async () => {
  const engine = makeEngine();
  await openFit(engine, { ...NOBODY, province: "limburg" });
  assert.deepEqual(engine.asked, ["provincie"]);
  const other = makeEngine();
  const fit = await openFit(other, { ...NOBODY, size: 1, partners: [{ slug: "irado", name: "Irado", kind: "gemeente" }] });
  assert.deepEqual(other.asked.sort(), ["inzet", "partner/irado", "soort"]);
  assert.deepEqual(fit.facts(1).partners, ["irado"]);
});
