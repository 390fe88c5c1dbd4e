/** The last step: the preview, the remaining problems, and the ways to send the files. */
import { element, elements } from "../lib/dom.js";
import { offerReload } from "../lib/renewed.js";
import { NO_PREVIEW } from "./messages.js";
import { makeDescribe, makeNames } from "./form-data.js";
import { writePackage } from "./package.js";
import { makePreview } from "./preview.js";
import { reviewDay } from "./rules.js";
import { makeWays } from "./send.js";

/**
 * @import { Problem } from "./check.js"
 * @import { Part, Value } from "./entry-text.js"
 * @import { FormData } from "./form-data.js"
 * @import { Content } from "./form-store.js"
 * @import { MadeFile, Markdown, Original } from "./made-files.js"
 *
 * @typedef {object} Parts
 * @property {FormData} data
 * @property {Original | null} original
 * @property {string} source the text of the practice to improve, or ""
 * @property {string} today
 * @property {(content: Content) => MadeFile[]} write
 * @property {(holder: HTMLElement, problems: readonly Problem[]) => void} list shows problems together
 */

/** @type {(root: HTMLElement, parts: Parts) => (content: Content, problems: readonly Problem[]) => void} */
export function makeEnding(root, { data, original, source, today, write, list }) {
  const { repository = "", forge = "", mail = "" } = root.dataset;
  const show = (/** @type {string} */ selector, /** @type {boolean} */ isShown) => (element(root, selector, HTMLElement).hidden = !isShown);
  const showPreview = makePreviewer(root, data, original);
  element(root, "[data-review] button", HTMLButtonElement).addEventListener("click", () => {
    const day = element(root, "[data-step] > [data-field=gecontroleerd] [data-control]", HTMLInputElement);
    day.value = today;
    day.dispatchEvent(new Event("input", { bubbles: true }));
    day.focus();
  });
  let shown = "";
  return (content, problems) => {
    void showPreview(content);
    const isComplete = problems.every(({ isWarning }) => isWarning);
    const files = isComplete ? write(content) : [];
    const { notes = {} } = content;
    const isSame = original !== null && files.at(-1)?.text === source;
    list(element(root, "[data-warnings]", HTMLElement), problems);
    show("[data-incomplete]", !isComplete);
    show("[data-ready]", isComplete);
    show("[data-unchanged]", isSame);
    show("[data-notes]", !isSame);
    for (const note of elements(root, "[data-of-change]", HTMLElement)) note.hidden = !original;
    show("[data-review]", original !== null && !isSame && reviewDay(content.values) !== today);
    const text = isSame || !isComplete ? "" : writePackage(files, { Van: notes.sender, "Wat er verandert": notes.changed, Waarom: notes.reason });
    if (text === shown) return; // keeps the status message
    shown = text;
    element(root, "[data-package]", HTMLElement).replaceChildren(...(text ? [makeWays(files, text, { repository, forge, mail })] : []));
  };
}

/** @type {(root: HTMLElement, data: FormData, original: Original | null) => (content: Content) => Promise<void>} */
function makePreviewer(root, data, original) {
  const { markdownScript = "", base = "/" } = root.dataset;
  const preview = element(root, "[data-preview]", HTMLElement);
  const [describe, nameOf] = [makeDescribe(data.practice.fields), makeNames(data)];
  /** @type {Promise<Markdown> | undefined} loaded when the last step is shown, since its script is large */
  let markdown;
  /** @type {Promise<boolean> | undefined} asked once, not at every change */
  let asked;
  return async (content) => {
    try {
      markdown ??= import(markdownScript).then(({ makeMarkdown }) => makeMarkdown(data.body));
      const { renderMarkdown } = await markdown;
      const own = new Map(content.organisations.map(({ slug, naam }) => [slug, String(naam ?? slug)]));
      const words = {
        nameOf: (/** @type {string} */ key, /** @type {Value} */ value) => own.get(String(value)) ?? nameOf(key, String(value))?.text ?? String(value),
        meaningOf: (/** @type {string} */ key, /** @type {string} */ value) => nameOf(key, value)?.kind ?? "",
        labelOf: (/** @type {string} */ key) => describe([key]).name,
        facts: data.facts,
        levels: data.rules.levels,
        htmlOf: (/** @type {string} */ text) => renderMarkdown(text, (file) => addressOf(base, file)),
      };
      preview.replaceChildren(makePreview(content.values, allParts(content, original), words));
    } catch {
      markdown = undefined; // try again at the next change
      preview.textContent = NO_PREVIEW;
      asked ??= offerReload(preview);
    }
  };
}

/** @param {Content} content @param {Original | null} original @returns {Part[]} including those that the form does not have */
function allParts({ parts }, original) {
  const others = (original?.entry.sections ?? []).filter(({ heading }) => parts.every((part) => part.heading !== heading));
  return [...others.filter(({ heading }) => !heading), ...parts, ...others.filter(({ heading }) => heading)];
}

/** @param {string} base @param {string} file "../partners/irado.md" @returns {string | null} the address of its page */
function addressOf(base, file) {
  const [, folder = "practices", name] = /(?:(practices|partners|themes|pages)\/)?([\w-]+)\.md/.exec(file) ?? [];
  const path = new Map([["practices", "praktijken/"], ["partners", "partners/"], ["themes", "themas/"], ["pages", ""]]).get(folder);
  return name && path !== undefined ? `${base}${path}${name}/` : null;
}
