/** The chosen values above the results, each with a button that takes it away. */
import { copyTemplate, element, fill } from "../lib/dom.js";

/** @import { Search } from "./address.js" */

/**
 * @param {HTMLElement} holder
 * @param {Search} search
 * @param {ReadonlyMap<string, string>} labels of chosen values, by `facet/value`
 * @param {(facet: string, value: string) => Promise<void>} takeAway
 */
export function showChips(holder, { chosen }, labels, takeAway) {
  const clear = element(holder, "[data-clear]", HTMLElement);
  const pairs = [...chosen].flatMap(([facet, values]) => values.map((value) => /** @type {const} */ ([facet, value])));
  const chips = pairs.map(([facet, value], place) => {
    const chip = copyTemplate("chip");
    fill(chip, "label", labels.get(`${facet}/${value}`) ?? value);
    chip.querySelector("button")?.addEventListener("click", () => void takeAway(facet, value).then(() => focusNear(holder, place)));
    return chip;
  });
  element(holder, "[data-chips]", HTMLElement).replaceChildren(...chips, clear);
  clear.hidden = chips.length < 2;
  holder.hidden = chips.length === 0;
}

/** @param {HTMLElement} holder @param {number} place of the chip that is gone; the keyboard goes to the next one, or the last, or the search field */
function focusNear(holder, place) {
  const buttons = [...holder.querySelectorAll("button")].filter((button) => button.offsetParent);
  (buttons[place] ?? buttons.at(-1) ?? document.querySelector("[data-module=search] input[name=q]"))?.focus();
}
