import assert from "node:assert/strict";
import { test } from "node:test";

import { editDoor, LONGEST_ADDRESS, LONGEST_MAIL, mailDoor, newFileDoor } from "../../../theme/js/contribute/addresses.js";
import { suggestChoices } from "../../../theme/js/contribute/choices.js";
import { keepDraft } from "../../../theme/js/contribute/draft.js";
import { renderMarkdown } from "../../../theme/js/contribute/markdown.js";
import { makeFreeSlug, makeSlug } from "../../../theme/js/contribute/slug.js";
import { readSteps, writeSteps } from "../../../theme/js/contribute/steps-text.js";

const GITHUB = { repository: "https://github.com/wie/wat", forge: "github", branch: "main" };
const GITLAB = { repository: "https://gitlab.com/wie/wat", forge: "gitlab", branch: "main" };
const PATH = "content/practices/a-b.md";

test("GitHub gets the text in the address as long as it fits", () => {
  const door = newFileDoor(GITHUB, PATH, "---\ntitel: \"é & +\"\n---\n");
  assert.equal(door?.isFilled, true);
  const address = new URL(door?.address ?? "");
  assert.equal(address.pathname, "/wie/wat/new/main");
  assert.equal(address.searchParams.get("filename"), PATH);
  assert.equal(address.searchParams.get("value"), "---\ntitel: \"é & +\"\n---\n");
  const long = newFileDoor(GITHUB, PATH, "é".repeat(LONGEST_ADDRESS));
  assert.equal(long?.isFilled, false);
  assert.ok((long?.address.length ?? Infinity) < LONGEST_ADDRESS);
  assert.equal(new URL(long?.address ?? "").searchParams.get("filename"), PATH);
});

test("GitLab gets the name of the file; a forge that we do not know gets nothing", () => {
  assert.deepEqual(newFileDoor(GITLAB, PATH, "x"), { address: `https://gitlab.com/wie/wat/-/new/main?file_name=${encodeURIComponent(PATH)}`, isFilled: false });
  assert.equal(editDoor(GITLAB, PATH)?.address, `https://gitlab.com/wie/wat/-/edit/main/${PATH}`);
  assert.equal(editDoor(GITHUB, PATH)?.address, `https://github.com/wie/wat/edit/main/${PATH}`);
  assert.equal(newFileDoor({ ...GITHUB, forge: "" }, PATH, "x"), null);
  assert.equal(newFileDoor({ ...GITHUB, repository: "" }, PATH, "x"), null);
});

test("a letter holds the text, or says that it is attached", () => {
  const letter = mailDoor("mvo@voorbeeld.nl", "Nieuw: a & b", "een\ntwee", "bijlage");
  assert.equal(letter?.isFilled, true);
  assert.equal(letter?.address, "mailto:mvo@voorbeeld.nl?subject=Nieuw%3A%20a%20%26%20b&body=een%0D%0Atwee");
  const long = mailDoor("mvo@voorbeeld.nl", "x", "a".repeat(LONGEST_MAIL), "bijlage");
  assert.deepEqual([long?.isFilled, long?.address.endsWith("body=bijlage")], [false, true]);
  assert.equal(mailDoor("", "x", "y", "z"), null);
});

test("a draft is kept, read back and erased; what is broken or refused is no draft", () => {
  const kept = new Map();
  const storage = /** @type {any} */ ({ getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value), removeItem: (key) => kept.delete(key) });
  const draft = keepDraft("", "", storage);
  assert.equal(draft.load(), null);
  assert.equal(draft.save({ a: 1 }), true);
  assert.deepEqual(draft.load()?.content, { a: 1 });
  assert.equal(draft.load()?.isOutdated, false);
  assert.equal(keepDraft("", "wat er nu staat", storage).load()?.isOutdated, true);
  assert.equal(keepDraft("ander", "", storage).load(), null);
  kept.set("praktijk:", "{");
  assert.equal(draft.load(), null);
  kept.set("praktijk:", '{"form":0,"saved":"x","content":{}}');
  assert.equal(draft.load(), null);
  draft.erase();
  assert.equal(kept.size, 0);
  const full = /** @type {any} */ ({ ...storage, setItem() { throw new Error("full"); } });
  assert.equal(keepDraft("", full).save({}), false);
});

test("no text of an editor becomes markup of its own", () => {
  const hostile = '<script>x</script> <img src=x onerror=y> [a](javascript:alert(1)) [b](data:text/html,x) ![c](https://x.nl/y.png) <javascript:z> [d](//x.nl)';
  const html = renderMarkdown(hostile, () => null);
  assert.deepEqual(html.match(/<\/?\w+/g), ["<p", "</p"]);
  assert.equal(renderMarkdown("[e](../partners/irado.md)", (file) => `/goed?${file}`), '<p><a href="/goed?../partners/irado.md" class="nl-link">e</a></p>\n');
  assert.doesNotMatch(renderMarkdown("| a |\n| :-: |\n| b |", () => null), /style/);
});

test("steps are one list and back again; more than a list stays text", () => {
  assert.deepEqual(readSteps("1. Een.\n2. Twee."), { steps: ["Een.", "Twee."], isOrdered: true });
  assert.deepEqual(readSteps("- Een.\n- Twee."), { steps: ["Een.", "Twee."], isOrdered: false });
  assert.deepEqual(readSteps(""), { steps: [], isOrdered: true });
  for (const text of ["Vooraf.\n\n1. Een.", "1. Een.\n   Meer.", "1. Een.\n1. Twee.", "- Een.\n* Twee.", "1. Een.\n\n2. Twee."]) assert.equal(readSteps(text), null, text);
  assert.equal(writeSteps([" Een\nregel. ", "", "Twee."], true), "1. Een regel.\n2. Twee.");
  assert.equal(writeSteps(["Een."], false), "- Een.");
});

test("a file name has small letters, digits and dashes, and is nobody else's", () => {
  assert.equal(makeSlug("Eén idee: 's-Hertogenbosch & co!"), "een-idee-s-hertogenbosch-co");
  assert.equal(makeSlug("日本"), "");
  assert.ok(makeSlug("woord ".repeat(40)).length <= 80);
  assert.doesNotMatch(makeSlug("woord ".repeat(40)), /-$/);
  assert.equal(makeFreeSlug("A b", new Set(["a-b", "a-b-2"])), "a-b-3");
  assert.equal(makeFreeSlug("日本", new Set()), "zonder-titel");
});

test("names that begin with the words come first, other names count, and an unknown name can be added", () => {
  const choices = [["ns", "Nederlandse Spoorwegen", "NS"], ["eneco", "Eneco", ""], ["stichting-eneco", "Stichting Eneco", ""]].map(([value, text, other]) => ({ value, text, kind: "", other }));
  const found = (text, extras) => suggestChoices(choices, text, extras).map(({ value }) => value);
  assert.deepEqual(found(""), ["ns", "eneco", "stichting-eneco"]);
  assert.deepEqual(found("énec"), ["eneco", "stichting-eneco"]);
  assert.deepEqual(found("ns"), ["ns"]);
  const extra = { value: "x", text: "x", kind: "", action: "new" };
  assert.deepEqual(found("x", [extra]), ["x"]);
  assert.deepEqual(found("Eneco", [extra]), ["eneco", "stichting-eneco"]);
});
