/** The store of the form: what stands in it, what is wrong with that, and which mistakes it is time to show. */

/**
 * @import { Problem } from "./check.js"
 * @import { Part, Values } from "./entry-text.js"
 *
 * @typedef {Values & { slug: string }} Organisation one that has no page yet
 * @typedef {object} Content
 * @property {Values} values
 * @property {Part[]} parts
 * @property {Organisation[]} organisations
 * @property {Record<string, string>} [notes] what the sender says besides: `sender`, `changed`, `reason`
 * @property {Record<string, string>} [left] what was typed in a chooser and not chosen, by its path with slashes
 *
 * @typedef {object} Parts
 * @property {() => Content} read
 * @property {(content: Content) => Problem[]} judge
 * @property {(problem: Problem) => Element | null} placeOf where in the form a problem stands
 */

export class FormStore {
  /** @type {Set<Element>} fields that somebody has been in and left */
  #left = new Set();
  /** @type {Set<Element>} steps that were handed in */
  #handedIn = new Set();
  /** @type {(() => void)[]} */
  #listeners = [];

  /** @param {Parts} parts */
  constructor({ read, judge, placeOf }) {
    this.read = read;
    this.judge = judge;
    this.placeOf = placeOf;
    this.content = read();
    this.problems = judge(this.content);
  }

  /** @param {() => void} listener is called each time that the content may be another */
  subscribe(listener) {
    this.#listeners.push(listener);
  }

  /** Look again what stands in the form. */
  refresh() {
    this.content = this.read();
    this.problems = this.judge(this.content);
    for (const listener of this.#listeners) listener();
  }

  /** @param {Element} field */
  leave(field) {
    this.#left.add(field);
  }

  /** @param {Element} step */
  handIn(step) {
    this.#handedIn.add(step);
  }

  /** Begin anew: nothing has been looked at. */
  forget() {
    this.#left.clear();
    this.#handedIn.clear();
  }

  /** @returns {Problem[]} of steps that were handed in all, of a field that was left only what is wrong in it */
  shownProblems() {
    return this.problems.filter((problem) => {
      const place = this.placeOf(problem);
      if (!place) return false;
      if ([...this.#handedIn].some((step) => step.contains(place))) return true;
      return !problem.isMissing && [...this.#left].some((field) => place.contains(field) || field.contains(place));
    });
  }

  /** @param {Element | null} step null for the whole form @returns {Problem[]} what must be right before going on */
  errorsIn(step) {
    return this.problems.filter((problem) => {
      const place = this.placeOf(problem);
      return place !== null && !problem.isWarning && (step === null || step.contains(place));
    });
  }
}
