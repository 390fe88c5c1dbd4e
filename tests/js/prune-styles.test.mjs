import assert from "node:assert/strict";
import test from "node:test";

import { findWords, pruneStyles } from "../../theme/prune-styles.mjs";

/** The pruned sheet on one line, for a page with the classes `card`, `card__title` and `button`. */
const prune = (css, kept) =>
  pruneStyles([css], findWords(['<p class="card card__title">', "button"]), kept)[0]
    .replace(/\s+/g, " ")
    .trim();

test("a rule is removed if one of its classes is used nowhere", () => {
  assert.equal(prune(".card { top: 0 } .other { top: 0 } .card .other { top: 0 }"), ".card { top: 0; }");
});

test("of several selectors those that can match are kept", () => {
  assert.equal(prune(".card, .other, .button { top: 0 }"), ".card, .button { top: 0; }");
});

test("elements, attributes and states need no class", () => {
  for (const rule of ["a:hover { top: 0; }", "[hidden] { top: 0; }", ".card:focus-visible:after { top: 0; }"]) {
    assert.equal(prune(rule), rule);
  }
});

test(":where() is kept if one of its selectors can match; classes in :not() need not exist", () => {
  assert.equal(prune(":where(.card) :where(:focus-visible) { top: 0 }"), ":where(.card) :where(:focus-visible) { top: 0; }");
  assert.equal(prune(".card:not(.other) { top: 0 }"), ".card:not(.other) { top: 0; }");
  assert.equal(prune(".button:where(.other) { top: 0 }"), "");
});

test("nested rules of a kept class are kept", () => {
  assert.equal(prune(".prose table { top: 0 } .other table { top: 0 }", ["prose"]), ".prose table { top: 0; }");
});

test("an empty @media is removed", () => {
  assert.equal(prune("@media print { .other { top: 0 } }"), "");
});

test("@page is kept, with and without margin boxes", () => {
  assert.match(prune("@page { size: A4; margin: 2cm }"), /^@page { .*size: A4;.* }$/);
  assert.match(prune("@page { margin: 2cm; @bottom-right { content: counter(page) } }"), /@bottom-right { content: counter\(page\); }/);
});

test("a token with one value is replaced by it, also through other tokens", () => {
  const css = ":root { --a: var(--b); --b: 2px } .card { top: var(--a); width: calc(1px + var(--a)) }";
  assert.equal(prune(css), ".card { top: 2px; width: calc(1px + 2px); }");
});

test("the last value of a token wins", () => {
  assert.equal(prune(":root { --a: 1px } :root { --a: 2px } .card { top: var(--a) }"), ".card { top: 2px; }");
});

test("a token that differs per colour scheme or component stays a custom property", () => {
  const scheme = prune(":root { --a: red } @media (prefers-color-scheme: dark) { :root { --a: blue } } .card { color: var(--a) }");
  assert.match(scheme, /:root { --a: red; }.*dark.*--a: (blue|#00f).*color: var\(--a\)/);
  const local = prune(":root { --a: red; --c: var(--a) } .card { --a: blue } .button { color: var(--c) }");
  assert.match(local, /:root { --a: red; }.*\.card { --a: (blue|#00f); }.*\.button { color: var\(--a\); }/);
});

test("a component that sets a token to its value is not a difference", () => {
  const css = ":root { --a: var(--c); --b: var(--c); --c: 2px } .card { --a: var(--b) } .button { top: var(--a) }";
  assert.equal(prune(css), ".button { top: 2px; }");
});

test("a token that every rule sets to the same value before using it is replaced by that value", () => {
  const ring = (value) => `{ --_ring: 0 0 0 ${value} red; box-shadow: var(--_ring) }`;
  assert.equal(prune(`.card ${ring("1px")} .button ${ring("1px")}`), ".card, .button { box-shadow: 0 0 0 1px red; }");
  assert.match(prune(`.card ${ring("1px")} .button ${ring("2px")}`), /\.card { --_ring: .*var\(--_ring\); } \.button { --_ring: /);
  assert.match(prune(`.card ${ring("1px")} .button { box-shadow: var(--_ring) }`), /--_ring: .*\.button { box-shadow: var\(--_ring\); }/);
});

test("when :root sets a token twice, the last value is kept", () => {
  const css = ":root { --a: 1px } :root { --a: 2px } @media print { :root { --a: 3px } } .card { top: var(--a) }";
  assert.equal(prune(css), ":root { --a: 2px; } @media print { :root { --a: 3px; } } .card { top: var(--a); }");
});

test("an empty token is replaced by its fallback", () => {
  assert.equal(prune(".card { --_a: initial; top: var(--_a, 3px) }"), ".card { top: 3px; }");
});

test("a rule for an unused input type is removed, one for an attribute with dynamic values is kept", () => {
  assert.equal(prune('.card[type="password" i] { top: 0 } .card[type="button"] { top: 0 }'), '.card[type="button"] { top: 0; }');
  assert.equal(prune('.card[data-rank="5"] { top: 0; }'), '.card[data-rank="5"] { top: 0; }');
});

test("an undefined token is replaced by its fallback", () => {
  assert.equal(prune(":root { --b: 3px } .card { top: var(--missing, var(--b)) }"), ".card { top: 3px; }");
});

test("an invalid declaration has the value that a browser computes", () => {
  assert.equal(prune(".card { color: var(--missing) }"), ".card { color: unset; }");
  assert.equal(prune(":root { --a: var(--a) } .card { color: var(--a, red) }"), ".card { color: red; }");
});

test("an unused custom property is removed", () => {
  assert.equal(prune(".card { --unused: 1px; --_mine: 2px; top: 0 } .button { top: var(--_mine) }"), ".card { --_mine: 2px; top: 0; } .button { top: var(--_mine); }");
});

test("unknown properties are kept", () => {
  assert.equal(prune('.card:before { content: "x"; text-wrap: balance }'), '.card:before { content: "x"; text-wrap: balance; }');
});

test("states that never occur are removed: full screen, another language", () => {
  assert.equal(prune(".card:fullscreen, :where(.card) :where(:-webkit-full-screen)::backdrop { top: 0 }"), "");
  assert.equal(prune(":where(.card) :lang(ar), .card:lang(button) { top: 0 }"), ".card:lang(button) { top: 0; }");
});
