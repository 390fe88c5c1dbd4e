/** The chosen values above the results, each with a button that takes it away. */
import { copier, element, fill } from "../lib/dom.js";

export class Chips {
  /**
   * @param {HTMLElement} holder
   * @param {ParentNode} templates
   * @param {HTMLElement} input where the keyboard goes when no chip is left
   * @param {(facet: string, value: string) => Promise<void>} toggle
   */
  constructor(holder, templates, input, toggle) {
    this.holder = holder;
    this.input = input;
    this.toggle = toggle;
    this.makeChip = copier(templates, "chip");
    this.clear = element(holder, "[data-clear]", HTMLElement);
  }

  /** @param {() => void} act when all chosen values are to go */
  onClear(act) {
    element(this.clear, "button", HTMLButtonElement).addEventListener("click", act);
  }

  /** @param {import("./address.js").Search} search @param {ReadonlyMap<string, string>} labels of chosen values, by `facet/value` */
  show({ chosen }, labels) {
    const pairs = [...chosen].flatMap(([facet, values]) => values.map((value) => /** @type {const} */ ([facet, value])));
    const items = pairs.map(([facet, value], place) => {
      const chip = this.makeChip();
      fill(chip, "label", labels.get(`${facet}/${value}`) ?? value);
      chip.querySelector("button")?.addEventListener("click", () => void this.toggle(facet, value).then(() => this.#focus(place)));
      return chip;
    });
    element(this.holder, "[data-chips]", HTMLElement).replaceChildren(...items, this.clear);
    this.clear.hidden = items.length < 2;
    this.holder.hidden = items.length === 0;
  }

  /** @param {number} place of the chip that is gone; the keyboard goes to the next one, or else to the last */
  #focus(place) {
    const buttons = [...this.holder.querySelectorAll("button")].filter((button) => button.offsetParent);
    (buttons[place] ?? buttons.at(-1) ?? this.input).focus();
  }
}
