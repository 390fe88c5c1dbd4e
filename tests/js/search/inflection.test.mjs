import assert from "node:assert/strict";
import test from "node:test";

import { inflections, participle } from "../../../theme/js/search/inflection.js";

const BOTH_WAYS = `
  corporatie corporaties | organisatie organisaties | categorie categorieen | thema themas | foto fotos | idee ideeen
  huurder huurders | woning woningen | wijk wijken | gemeente gemeenten | school scholen | huis huizen | brief brieven
  bedrijf bedrijven | plek plekken | flat flats | stad steden | kind kinderen | prijs prijzen | straat straten
  veilig veiligheid | eenzaam eenzaamheid | gezond gezondheid | duurzaam duurzame | samenwerken samenwerking | ontwikkelen ontwikkeling
  wonen woont | werken werkt | isoleren isolatie | renoveren renovatie | activeren activering | participeren participatie
  isoleren geisoleerd`
  .split("|")
  .map((pair) => pair.trim().split(/\s+/));

test("finds a form from its base, and the base from the form", () => {
  for (const [base, form] of BOTH_WAYS) {
    assert.ok(inflections(base).has(form), `${base} → ${form}`);
    assert.ok(inflections(form).has(base), `${form} → ${base}`);
  }
});

test("takes a diminutive, a doubled consonant and a past tense off", () => {
  for (const [form, base] of [["huisje", "huis"], ["tuintjes", "tuin"], ["plekje", "plek"], ["bouwden", "bouw"], ["coaches", "coach"], ["amsterdamse", "amsterdam"], ["woonde", "wonen"]]) {
    assert.ok(inflections(form).has(base), `${form} → ${base}`);
  }
});

test("knows the verb of a participle, and the participle of a verb of foreign origin", () => {
  for (const [verb, participle] of [["isoleren", "geisoleerde"], ["slopen", "gesloopt"], ["bouwen", "gebouwde"]]) {
    assert.ok(inflections(participle).has(verb), `${participle} → ${verb}`);
  }
  for (const word of ["isoleren", "isolatie", "isoleert"]) assert.ok(inflections(word).has("geisoleerd"), word);
});

test("keeps the separable prefix before the ge- of a participle", () => {
  assert.equal(participle("inricht"), "ingericht");
  assert.equal(participle("sloopt"), "gesloopt");
  assert.ok(inflections("ingericht").has("inrichten"));
  assert.ok(inflections("opgehaald").has("ophalen"));
});

test("leaves words alone that only look like an inflected form", () => {
  for (const [word, other] of [["meer", "meern"], ["gezinnen", "zin"], ["gemeete", "mee"], ["co2", "co"], ["huis", "huis"]]) {
    assert.ok(!inflections(word).has(other), `${word} → ${other}`);
  }
});

test("ranks inflected forms above derived words", () => {
  const forms = inflections("isoleren");
  assert.ok((forms.get("isoleert") ?? 0) > (forms.get("isolatie") ?? 1));
});

test("forms share their first letters with the word, so that few files are requested", () => {
  for (const [word] of BOTH_WAYS) {
    const beginnings = [word.slice(0, 2), ...(word.startsWith("ge") ? [word.slice(2, 4)] : [])];
    if (/(eren|atie|ering)$/.test(word)) beginnings.push("ge");
    for (const form of inflections(word).keys()) assert.ok(beginnings.includes(form.slice(0, 2)), `${word} → ${form}`);
  }
});
