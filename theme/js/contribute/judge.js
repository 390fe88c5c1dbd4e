/** Find all problems with the content of the form. */
import { fillSlots, makeCheck, makeProblem } from "./check.js";
import { fold } from "./choices.js";
import { makeDescribe } from "./form-data.js";
import { mendParts } from "./made-files.js";
import { makePersonFinder } from "./persons.js";
import { listTexts, makeTextFinder } from "./plain-text.js";
import { findProblems } from "./rules.js";

/**
 * @import { Problem } from "./check.js"
 * @import { Content } from "./form-store.js"
 * @import { FormData } from "./form-data.js"
 * @import { Markdown } from "./made-files.js"
 * @import { Text } from "./plain-text.js"
 */

/** @type {(data: FormData, today: string, isNew: boolean, markdown?: () => Markdown | undefined) => (content: Content) => Problem[]} */
export function makeJudge({ practice, partner, messages, rules, persons, texts, spellings, ruleMessages, notChosen: sentence, names }, today, isNew, markdown = () => undefined) {
  const check = makeCheck(practice.schema, messages, makeDescribe(practice.fields));
  const checkOrganisation = makeCheck(partner.schema, messages, makeDescribe(partner.fields));
  const [findPersons, findTexts] = [makePersonFinder(persons, ruleMessages), makeTextFinder(texts, ruleMessages, spellings.around)];
  const hasTwin = (/** @type {string} */ title) => isNew && names.near("practices", title)?.some(({ text }) => fold(text) === fold(title));
  const findTwin = (/** @type {string} */ title) => (hasTwin(title) ? [{ ...makeProblem(ruleMessages, ["titel"], "near-duplicate"), isWarning: true }] : []);
  /** @param {string} file that a link leads to @returns {boolean} whether it exists, or may exist as long as the names are not loaded */
  const knows = (file) => {
    const [, kind = "practices", slug = ""] = /^(?:\.\.\/)?(?:(practices|partners|themes|pages)\/)?([\w-]+)\.md$/.exec(file) ?? [];
    const list = kind === "partners" ? "organisaties" : kind;
    return kind === "pages" || (names.near(list, slug)?.some(({ value }) => value === slug) ?? true);
  };
  const notChosen = (/** @type {string} */ path, /** @type {string} */ text) => ({
    path: path.split("/").map((step) => (/^\d+$/.test(step) ? Number(step) : step)),
    rule: "",
    message: fillSlots(sentence, { text }),
  });
  /** @type {(content: Content, all?: Text[]) => Problem[]} */
  const judge = (content, all = listTexts(practice.fields, content)) => [
    ...check(content.values),
    ...findProblems(content, rules, ruleMessages, today),
    ...findPersons(all),
    ...findTexts(all, content.values),
    ...findTwin(String(content.values["titel"] ?? "")),
    ...content.organisations.flatMap(({ slug, ...values }, place) =>
      checkOrganisation({ ...values, gecontroleerd: today }).map((problem) => ({ ...problem, path: ["nieuw", place, ...problem.path] })),
    ),
  ];
  return (filled) => {
    const [script, left] = [markdown(), filled.left ?? {}];
    const content = script ? { ...filled, parts: mendParts(filled.parts, script) } : filled;
    const inBody = script?.findInBody(content.parts, ruleMessages, knows) ?? [];
    const others = [...judge(content), ...inBody].filter(({ path, isMissing }) => !isMissing || !(path.join("/") in left));
    return [...Object.entries(left).map(([path, text]) => notChosen(path, text)), ...others];
  };
}
