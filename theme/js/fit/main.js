/**
 * Say on every card, and on the page of a practice, whether it suits the reader's organisation. Only loaded when the
 * reader filled in something about it.
 */
import { make } from "../lib/dom.js";
import { load } from "../lib/load.js";
import { CARDS } from "../selection/store.js";
import { readFacts } from "./facts.js";
import { readProfile, whenProfileChanges } from "./profile.js";
import { NO_NAMES, describe, judge } from "./rules.js";

export { openOwnFit } from "./search.js"; // the search page asks for it

const page = document.querySelector("[data-fit-page]")?.getAttribute("data-fit-page") ?? "";

let names = NO_NAMES;

/** Show what fits wherever a practice is shown, or take it away when nothing is known of the reader any more. */
function show() {
  const profile = readProfile();
  for (const card of document.querySelectorAll("[data-fit]")) {
    card.querySelector(":scope > .mvo-fit")?.remove();
    const facts = card.getAttribute("data-fit");
    const invitation = card.querySelector("[data-fit-invitation]");
    if (invitation instanceof HTMLElement) invitation.hidden = profile !== null;
    if (!profile || !facts) continue;
    const reasons = describe(judge(readFacts(facts), profile, names));
    const isPage = card.hasAttribute("data-fit-whole");
    if (reasons.length > 0) card.append(draw(reasons, isPage));
  }
}

/** @type {(reasons: [label: string, reasons: string][], isPage: boolean) => HTMLElement} a page has room for a heading */
function draw(reasons, isPage) {
  const lines = reasons.map(([label, text]) =>
    make("p", { class: "mvo-fit__line" }, make("strong", {}, `${label}:`), ` ${text}.`),
  );
  if (!isPage) return make("div", { class: "mvo-fit" }, make("p", { class: "mvo-visually-hidden" }, "Past dit bij ons?"), ...lines);
  return make(
    "section",
    { class: "mvo-fit", "aria-labelledby": "past_dit" },
    make("h2", { class: "nl-heading nl-heading--level-4", id: "past_dit" }, "Past dit bij ons?"),
    ...lines,
    make("p", { class: "mvo-fit__line" }, make("a", { class: "nl-link", href: page }, "Verander wat u invulde")),
  );
}

document.addEventListener(CARDS, show);
whenProfileChanges(show);
load(`${page}namen.json`)
  .then((response) => response.json())
  .then((found) => (names = found))
  .catch(() => {}) // the keys are Dutch words too
  .finally(show);
