import assert from "node:assert/strict";
import test from "node:test";

import { findWords, pruneStyles } from "../../theme/prune-styles.mjs";

/** The pruned sheet on one line, for a page with the classes `card`, `card__title` and `button`. */
const prune = (css, kept) =>
  pruneStyles([css], findWords(['<p class="card card__title">', "button"]), kept)[0]
    .replace(/\s+/g, " ")
    .trim();

test("a rule goes when a class of it is named nowhere", () => {
  assert.equal(prune(".card { top: 0 } .other { top: 0 } .card .other { top: 0 }"), ".card { top: 0; }");
});

test("of several selectors those that can match stay", () => {
  assert.equal(prune(".card, .other, .button { top: 0 }"), ".card, .button { top: 0; }");
});

test("elements, attributes and states need no class", () => {
  for (const rule of ["a:hover { top: 0; }", "[hidden] { top: 0; }", ".card:focus-visible:after { top: 0; }"]) {
    assert.equal(prune(rule), rule);
  }
});

test("a list in :where() stays when one of it can match; what :not() names need not exist", () => {
  assert.equal(prune(":where(.card) :where(:focus-visible) { top: 0 }"), ":where(.card) :where(:focus-visible) { top: 0; }");
  assert.equal(prune(".card:not(.other) { top: 0 }"), ".card:not(.other) { top: 0; }");
  assert.equal(prune(".button:where(.other) { top: 0 }"), "");
});

test("everything below a class that is kept stays", () => {
  assert.equal(prune(".prose table { top: 0 } .other table { top: 0 }", ["prose"]), ".prose table { top: 0; }");
});

test("an empty @media goes with its last rule", () => {
  assert.equal(prune("@media print { .other { top: 0 } }"), "");
});

test("the sheet of paper stays, with margin boxes and without", () => {
  assert.match(prune("@page { size: A4; margin: 2cm }"), /^@page { .*size: A4;.* }$/);
  assert.match(prune("@page { margin: 2cm; @bottom-right { content: counter(page) } }"), /@bottom-right { content: counter\(page\); }/);
});

test("a token with one value gives way to it, by way of other tokens too", () => {
  const css = ":root { --a: var(--b); --b: 2px } .card { top: var(--a); width: calc(1px + var(--a)) }";
  assert.equal(prune(css), ".card { top: 2px; width: calc(1px + 2px); }");
});

test("the last value of a token counts", () => {
  assert.equal(prune(":root { --a: 1px } :root { --a: 2px } .card { top: var(--a) }"), ".card { top: 2px; }");
});

test("a token that changes with the colour scheme or in a component stays a custom property", () => {
  const scheme = prune(":root { --a: red } @media (prefers-color-scheme: dark) { :root { --a: blue } } .card { color: var(--a) }");
  assert.match(scheme, /:root { --a: red; }.*dark.*--a: (blue|#00f).*color: var\(--a\)/);
  const local = prune(":root { --a: red; --c: var(--a) } .card { --a: blue } .button { color: var(--c) }");
  assert.match(local, /:root { --a: red; }.*\.card { --a: (blue|#00f); }.*\.button { color: var\(--a\); }/);
});

test("a token that a component sets to what it is anyway is no change", () => {
  const css = ":root { --a: var(--c); --b: var(--c); --c: 2px } .card { --a: var(--b) } .button { top: var(--a) }";
  assert.equal(prune(css), ".button { top: 2px; }");
});

test("a token that each rule sets to the same value before it asks for it is that value", () => {
  const ring = (value) => `{ --_ring: 0 0 0 ${value} red; box-shadow: var(--_ring) }`;
  assert.equal(prune(`.card ${ring("1px")} .button ${ring("1px")}`), ".card, .button { box-shadow: 0 0 0 1px red; }");
  assert.match(prune(`.card ${ring("1px")} .button ${ring("2px")}`), /\.card { --_ring: .*var\(--_ring\); } \.button { --_ring: /);
  assert.match(prune(`.card ${ring("1px")} .button { box-shadow: var(--_ring) }`), /--_ring: .*\.button { box-shadow: var\(--_ring\); }/);
});

test("of a token that :root sets twice the last value is kept, also when it changes elsewhere", () => {
  const css = ":root { --a: 1px } :root { --a: 2px } @media print { :root { --a: 3px } } .card { top: var(--a) }";
  assert.equal(prune(css), ":root { --a: 2px; } @media print { :root { --a: 3px; } } .card { top: var(--a); }");
});

test("a token that is set to nothing gives way to what stands behind it", () => {
  assert.equal(prune(".card { --_a: initial; top: var(--_a, 3px) }"), ".card { top: 3px; }");
});

test("a field of a kind that no template has goes, an attribute with a value from the content stays", () => {
  assert.equal(prune('.card[type="password" i] { top: 0 } .card[type="button"] { top: 0 }'), '.card[type="button"] { top: 0; }');
  assert.equal(prune('.card[data-rank="5"] { top: 0; }'), '.card[data-rank="5"] { top: 0; }');
});

test("a token that nobody sets gives way to what stands behind it", () => {
  assert.equal(prune(":root { --b: 3px } .card { top: var(--missing, var(--b)) }"), ".card { top: 3px; }");
});

test("a declaration that cannot be computed is what a browser makes of it", () => {
  assert.equal(prune(".card { color: var(--missing) }"), ".card { color: unset; }");
  assert.equal(prune(":root { --a: var(--a) } .card { color: var(--a, red) }"), ".card { color: red; }");
});

test("a custom property that nothing asks for goes", () => {
  assert.equal(prune(".card { --unused: 1px; --_mine: 2px; top: 0 } .button { top: var(--_mine) }"), ".card { --_mine: 2px; top: 0; } .button { top: var(--_mine); }");
});

test("properties that the parser does not know stay", () => {
  assert.equal(prune('.card:before { content: "x"; text-wrap: balance }'), '.card:before { content: "x"; text-wrap: balance; }');
});

test("states that the site is never in go: the whole screen, another language", () => {
  assert.equal(prune(".card:fullscreen, :where(.card) :where(:-webkit-full-screen)::backdrop { top: 0 }"), "");
  assert.equal(prune(":where(.card) :lang(ar), .card:lang(button) { top: 0 }"), ".card:lang(button) { top: 0; }");
});
