import assert from "node:assert/strict";
import { test } from "node:test";

import { makeComparison } from "../../../theme/js/compare/paper.js";
import { writePlain } from "../../../theme/js/papers/clipboard.js";
import { makePractice } from "./practice.mjs";

const practice = (titel, changes = {}) => makePractice({
  titel,
  wat_het_opleverde: "Minder afval.",
  feiten: [{ naam: "Waar", waarde: "Assen", uitleg: "" }],
  partners: [{ naam: "De Winkel", adres: "https://voorbeeld.nl/winkel/", soort: { sleutel: "bedrijf", naam: "Bedrijf" } }],
  tekst: [{ kop: "Resultaten", blokken: [{ soort: "lijst", punten: ["Veel minder", "Buren blij."] }] }, { kop: "Aanpak", blokken: [{ soort: "stappen", punten: ["Haal op. Dat duurt een dag."] }] }, { kop: "Lessen", blokken: [{ soort: "lijst", punten: ["Begin klein. Anders mislukt het."] }] }],
  niet_geschikt: ["Bij spoed"],
  bronnen: [{ titel: "Bron", uitgever: "Krant", adres: "https://voorbeeld.nl/", archief: null, datum: null }],
  ...changes,
});

test("a saved comparison has the most important rows for all practices, also with equal titles", () => {
  const paper = makeComparison([practice("Een"), practice("Een", { wat_het_opleverde: "", feiten: [] })], { source: "https://site.nl/v", day: "2026-11-22", site: "Site" });
  assert.equal(
    writePlain(paper),
    [
      "Site\n\n2 praktijken vergeleken\n\n\tEen\tEen",
      "Uitkomst\tMinder afval.\tNiet bekend",
      "Resultaten\t• Veel minder. • Buren blij.\t• Veel minder. • Buren blij.",
      "Waar\tAssen\tNiet bekend",
      "Partners\tDe Winkel (https://voorbeeld.nl/winkel/) (bedrijf)\tDe Winkel (https://voorbeeld.nl/winkel/) (bedrijf)",
      "Aanpak\tHaal op.\tHaal op.",
      "Lessen\tBegin klein.\tBegin klein.",
      "Past niet\tBij spoed.\tBij spoed.",
      "Bronnen\tBron (https://voorbeeld.nl/) (Krant)\tBron (https://voorbeeld.nl/) (Krant)\n\nMeer staat op https://site.nl/v\n",
    ].join("\n"),
  );
  assert.equal(paper.blocks[0].widths.reduce((sum, width) => sum + width), 100);
});
