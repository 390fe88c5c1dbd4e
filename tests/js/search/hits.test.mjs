import assert from "node:assert/strict";
import test from "node:test";

import { loadHits } from "../../../theme/js/search/hits.js";

test("shows a practice with its address in the site", async () => {
  const row = ["huur", "Huur voor de huurder", "Twee", [], [], ["Bakker"], [], "Er kwam werk.", "", "2018", "Met checklist", "Beschreven", 1, "2025-01-02", "2026-02-03", [7]];
  const engine = { manifest: { path: "/praktijken/*/" }, stored: async () => [row] };
  assert.deepEqual(await loadHits(engine, [1]), [
    {
      ref: "huur",
      path: "/praktijken/huur/",
      title: "Huur voor de huurder",
      summary: "Twee",
      topics: [],
      associations: [],
      partners: ["Bakker"],
      places: [],
      outcome: "Er kwam werk.",
      cost: "",
      when: "2018",
      material: "Met checklist",
      evidence: { label: "Beschreven", rank: 1 },
      published: "2025-01-02",
      reviewed: "2026-02-03",
      related: [7],
    },
  ]);
});
