import assert from "node:assert/strict";
import { test } from "node:test";

import { findExact, readChoices, suggestChoices } from "../../../theme/js/contribute/choices.js";
import { openDraft } from "../../../theme/js/contribute/draft.js";
import { cleanText, cleanValue } from "../../../theme/js/contribute/entry-text.js";
import { makeMarkdown } from "../../../theme/js/contribute/markdown.js";
import { readSteps, splitSteps, writeSteps } from "../../../theme/js/contribute/steps-text.js";
import { keyOf } from "../../../theme/js/lib/storage.js";
import { installStorage } from "../storage.mjs";

const NOTHING = "^\\b\\B";
const { renderMarkdown } = makeMarkdown({ order: [], keys: [], inText: NOTHING, html: NOTHING, lines: { line: NOTHING, structure: NOTHING, row: NOTHING, first: NOTHING } });

test("a draft is saved, read and erased; a corrupt or refused one is ignored", () => {
  const items = installStorage();
  const draft = openDraft("", "");
  const content = { values: { titel: "a" }, parts: [], organisations: [] };
  assert.equal(draft.load(), null);
  assert.equal(draft.save(content), true);
  assert.deepEqual(draft.load()?.content, content);
  assert.equal(draft.load()?.isOutdated, false);
  assert.equal(openDraft("", "wat er nu staat").load()?.isOutdated, true);
  assert.equal(openDraft("ander", "").load(), null);
  items.set(keyOf("praktijk:"), "{");
  assert.equal(draft.load(), null);
  draft.erase();
  assert.equal(items.size, 0);
  installStorage(true);
  assert.equal(openDraft("vol", "").save(content), false);
});

test("a draft of another version is set aside, and its text is readable", () => {
  const whole = { values: { titel: "Een", bronnen: [{ titel: "Twee" }] }, parts: [{ heading: "Aanpak", text: "Drie" }], organisations: [] };
  const others = [
    null, "Los", {}, [], { ...whole, values: null }, { ...whole, values: { titel: 3 } }, { ...whole, parts: undefined }, { ...whole, parts: [null] },
    { ...whole, parts: [{ heading: "Aanpak" }] }, { ...whole, organisations: { a: "b" } }, { ...whole, organisations: [{ slug: null }] },
    { ...whole, values: { plaatsen: Array(3000).fill("a") } },
  ].map((content) => ({ form: 1, saved: "x", content }));
  for (const stored of [...others, { form: 2, saved: "x", content: whole }, "Los", [1, "Twee"], { tekst: "Los" }, 3]) {
    const items = installStorage();
    items.set(keyOf("praktijk:"), JSON.stringify(stored));
    const draft = openDraft("", "");
    assert.equal(draft.load(), null, JSON.stringify(stored).slice(0, 80));
    assert.equal(draft.save(whole), true);
    assert.deepEqual(draft.load()?.content, whole);
    if (stored.form === 2) assert.equal(draft.readAside(), "Een\n\nTwee\n\nAanpak\n\nDrie");
    draft.eraseAside();
    assert.equal(draft.readAside(), "");
    assert.equal(items.size, 1);
  }
});

test("no text of an editor becomes markup", () => {
  const hostile = 'x <script>x</script> <img src=x onerror=y> [a](javascript:alert(1)) [b](data:text/html,x) ![c](https://x.nl/y.png) <javascript:z> [d](//x.nl)';
  const html = renderMarkdown(hostile, () => null);
  assert.deepEqual(html.match(/<\/?\w+/g), ["<p", "</p"]);
  assert.equal(renderMarkdown("[e](../partners/irado.md)", (file) => `/goed?${file}`), '<p><a href="/goed?../partners/irado.md" class="nl-link">e</a></p>\n');
  assert.doesNotMatch(renderMarkdown("| a |\n| :-: |\n| b |", () => null), /style/);
});

test("the preview supports GitHub's extensions", () => {
  const show = (text) => renderMarkdown(text, () => null);
  assert.equal(show("~~weg~~ <!-- stil -->nu[^1]\n\n<!-- ook\n\nstil -->\n\n[^1]: https://x.nl"), "<p><s>weg</s> nu[^1]</p>\n");
  const addresses = show("Zie (https://a.nl/x_(y)), www.b.nl/y_z. Of [https://c.nl](https://d.nl), `www.e.nl`, info@f.nl! https://");
  assert.deepEqual(addresses.match(/(?<=href=")[^"]+/g), ["https://a.nl/x_(y)", "https://www.b.nl/y_z", "https://d.nl", "mailto:info@f.nl"]);
});

test("steps convert to one list and back; other text stays text", () => {
  assert.deepEqual(readSteps("1. Een.\n2. Twee."), { steps: ["Een.", "Twee."], isOrdered: true });
  assert.deepEqual(readSteps("- Een.\n- Twee."), { steps: ["Een.", "Twee."], isOrdered: false });
  assert.deepEqual(readSteps(""), { steps: [], isOrdered: true });
  for (const text of ["Vooraf.\n\n1. Een.", "1. Een.\n   Meer.", "1. Een.\n1. Twee.", "- Een.\n* Twee.", "1. Een.\n\n2. Twee."]) assert.equal(readSteps(text), null, text);
  assert.equal(writeSteps([" Een\nregel. ", "", "Twee."], true), "1. Een regel.\n2. Twee.");
  assert.equal(writeSteps(["Een."], false), "- Een.");
});

test("a pasted list becomes separate steps without list markers", () => {
  const four = ["Kies een plek.", "Vraag buren.", "Plant.", "Geef water."];
  const lists = ["1. A\n2. B\n3. C\n4. D", "• A\r\n• B\r\n• C\r\n• D", "\uf0b7\u00a0A\n\uf0b7\tB\n\uf0b7 C\n\uf0b7 D", "– A\n– B\n– C\n– D", "Stap 1: A\nStap 2: B\nstap 3 C\nStap 4. D", "1) A\n2) B\n3) C\n4) D", "- A\n\n- B\n\n- C\n\n- D", "A\nB\nC\nD", "a. A\nb. B\nc. C\nd. D", "1.\tA\n2.\tB\n3.\tC\n4.\tD", "A\u000bB\u2028C\nD"];
  for (const list of lists) {
    const pasted = list.replace(/[A-D]/g, (letter) => four["ABCD".indexOf(letter)] ?? "");
    assert.deepEqual(splitSteps(pasted), four, list);
  }
  assert.deepEqual(splitSteps("1. Kies een\n   plek.\n2. Plant."), ["Kies een plek.", "Plant."]);
  assert.deepEqual(splitSteps("Een zin die\nverder gaat."), ["Een zin die verder gaat."]);
  for (const whole of ["1.5 km fietsen", "2018. Toen", "24-uursdienst", "9.30 uur beginnen"]) assert.deepEqual(splitSteps(whole), [whole]);
  assert.equal(writeSteps(["1. Een.\n2. Twee.", "• Drie."], true), "1. Een.\n2. Twee.\n3. Drie.");
});

test("odd characters of Windows, Word and PDF are replaced", () => {
  assert.equal(cleanText("\x93Ja\x94 \x96 co\u00adde: \ufb01ets\u00a0e\u0301\u2011b\x0bTwee\x07"), "“Ja” – code: fiets é-b\nTwee");
  assert.equal(cleanValue("\u202fA\u2028B\tC\u00a0"), "A B C");
});

test("options that start with the query come first, other names match too, and an unknown name can be added", async () => {
  const choices = [["ns", "Nederlandse Spoorwegen", ["NS"]], ["eneco", "Eneco", []], ["stichting-eneco", "Stichting Eneco", []], ["ouderen", "Ouderen", [], ["senior"]]].map(([value, text, names, words = []]) => ({ value, text, kind: "", names, words }));
  const found = (text, extras) => suggestChoices(choices, text, extras).map(({ value }) => value);
  assert.deepEqual(found(""), ["ns", "eneco", "stichting-eneco", "ouderen"]);
  assert.deepEqual(found("énec"), ["eneco", "stichting-eneco"]);
  assert.deepEqual(found("ns"), ["ns"]);
  const extra = { value: "x", text: "x", kind: "", action: "new" };
  assert.deepEqual(found("x", [extra]), ["x"]);
  assert.deepEqual(found("Eneco", [extra]), ["eneco", "stichting-eneco"]);
  assert.deepEqual(["senioren", "senio", "sen", "seniorenflats"].map((text) => found(text).join()), ["ouderen", "ouderen", "ouderen", ""]);
  assert.deepEqual(["Ns", "ENECO", "enec", "senior", ""].map((text) => findExact(choices, text)?.value), ["ns", "eneco", undefined, undefined, undefined]);
  const read = (text, isSingle) => readChoices(async () => choices, text, isSingle);
  assert.deepEqual((await read("ns; Eneco,", false)).map(({ value }) => value), ["ns", "eneco"]);
  assert.deepEqual(await Promise.all([read("ns, iets", false), read("ns, eneco", true), read("xqz", true), read("", false)]), [[], [], [], []]);
  assert.equal(findExact([...choices, { value: "x", text: "Eneco", kind: "" }], "eneco"), null);
});
