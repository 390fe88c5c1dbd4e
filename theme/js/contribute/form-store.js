/** The state of the form: its content, the problems with it, and which of those to show. */

/**
 * @import { Problem } from "./check.js"
 * @import { Part, Values } from "./entry-text.js"
 *
 * @typedef {Values & { slug: string }} Organisation without a page
 * @typedef {object} Content
 * @property {Values} values
 * @property {Part[]} parts
 * @property {Organisation[]} organisations
 * @property {Record<string, string>} [notes] remarks of the sender: `sender`, `changed`, `reason`
 * @property {Record<string, string>} [left] text that was typed in a chooser but not chosen, by path with slashes
 *
 * @typedef {object} Parts
 * @property {() => Content} read
 * @property {(content: Content) => Problem[]} judge
 * @property {(problem: Problem) => Element | null} placeOf the element that a problem is about
 */

export class FormStore {
  /** @type {Set<Element>} fields that had the focus */
  #left = new Set();
  /** @type {Set<Element>} steps that were submitted */
  #submitted = new Set();
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

  /** @param {() => void} listener is called when the content may have changed */
  subscribe(listener) {
    this.#listeners.push(listener);
  }

  /** Read and check the form again. */
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
    this.#submitted.add(step);
  }

  /** Forget which fields and steps were visited. */
  forget() {
    this.#left.clear();
    this.#submitted.clear();
  }

  /** @returns {Problem[]} all problems of submitted steps, and problems of visited fields unless they are only missing */
  shownProblems() {
    return this.problems.filter((problem) => {
      const place = this.placeOf(problem);
      if (!place) return false;
      if ([...this.#submitted].some((step) => step.contains(place))) return true;
      return !problem.isMissing && [...this.#left].some((field) => place.contains(field) || field.contains(place));
    });
  }

  /** @param {Element | null} step null for the whole form @returns {Problem[]} the problems that must be solved first */
  errorsIn(step) {
    return this.problems.filter((problem) => {
      const place = this.placeOf(problem);
      return place !== null && !problem.isWarning && (step === null || step.contains(place));
    });
  }
}
