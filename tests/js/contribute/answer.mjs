/** Print, for each entry on standard input, the text that the form writes and sends, and its messages. */
import { readFileSync } from "node:fs";

import { makeCheck } from "../../../theme/js/contribute/check.js";
import { writeEntry } from "../../../theme/js/contribute/entry-text.js";
import { makeMarkdown } from "../../../theme/js/contribute/markdown.js";
import { writePackage } from "../../../theme/js/contribute/package.js";
import { makePersonFinder } from "../../../theme/js/contribute/persons.js";
import { listTexts, makeTextFinder } from "../../../theme/js/contribute/plain-text.js";
import { findProblems } from "../../../theme/js/contribute/rules.js";

const { data, entries, known, today } = JSON.parse(readFileSync(0, "utf8"));
const { fields, schema } = data.practice;

/** The meaning of a field by its path; a message calls it by its key, as `mvo check` does. */
const describe = (path) => {
  const keys = path.filter((part) => typeof part === "string");
  const field = keys.reduce((holder, key) => holder?.fields.find((inner) => inner.key === key), { fields });
  return { name: keys.at(-1) ?? "", meaning: field?.meaning ?? "" };
};
const check = makeCheck(schema, data.messages, describe);
const [findPersons, findTexts] = [makePersonFinder(data.persons, data.ruleMessages), makeTextFinder(data.texts, data.ruleMessages, data.spellings.around)];
const { findInBody, mendText } = makeMarkdown(data.body);
const judge = (content, all = listTexts(fields, content)) => [...check(content.values), ...findProblems(content, data.rules, data.ruleMessages, today), ...findPersons(all), ...findTexts(all, content.values), ...findInBody(content.parts, data.ruleMessages, (file) => known.includes(file.replace(/^.*?(\w+\/[\w-]+)\.md$/, "$1")))];

const mended = entries.map(({ values, parts }) => ({ values, parts: parts.map(({ heading, text }) => ({ heading, text: mendText(text) })) }));
const answers = mended.map(({ values, parts }) => {
  const text = writeEntry(fields, values, parts);
  return {
    text,
    package: writePackage([{ path: "content/practices/x.md", text, isNew: true }], { Van: values["titel"] }),
    problems: judge({ values, parts }).map(({ rule, message, isWarning = false }) => [rule, message, isWarning]),
  };
});
process.stdout.write(JSON.stringify(answers));
