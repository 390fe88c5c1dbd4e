/** Read the data of the form, which `exports/form_data.py` makes. */
import { Names } from "./names.js";

/**
 * @import { Description, Messages, Path, RuleMessages } from "./check.js"
 * @import { Choice } from "./choices.js"
 * @import { Field } from "./entry-text.js"
 * @import { Spellings } from "./normalise.js"
 * @import { Persons } from "./persons.js"
 * @import { Body } from "./body-check.js"
 * @import { Texts } from "./plain-text.js"
 * @import { Rules } from "./rules.js"
 *
 * @typedef {{ folder: string, fields: FieldData[], schema: any }} Kind of entry
 * @typedef {Field & { label: string, meaning: string, default: string, list: string, fields: FieldData[], choices: { value: string, label: string, meaning: string }[] }} FieldData
 *
 * @typedef {object} FormData
 * @property {Kind} practice
 * @property {Kind} partner
 * @property {Messages} messages
 * @property {Spellings} spellings
 * @property {Rules} rules
 * @property {Persons} persons
 * @property {Texts} texts
 * @property {Body} body
 * @property {RuleMessages} ruleMessages
 * @property {string} notChosen the message about text that was typed but not chosen
 * @property {{ key: string, label: string, meaning: string }[]} facts
 * @property {Names} names the lists to choose from
 */

/** @param {any} data @param {(name: string) => Promise<any>} fetchNames gives a file with names @returns {FormData} with the messages that the form words differently */
export function readFormData({ inTheForm, rulesInTheForm, lists, messages, ruleMessages, ...data }, fetchNames) {
  const sentences = Object.entries(messages.meldingen).map(([kind, message]) => [kind, { ...message, melding: inTheForm[kind] ?? message.melding }]);
  return {
    ...data,
    messages: { ...messages, meldingen: Object.fromEntries(sentences) },
    ruleMessages: Object.fromEntries(Object.entries(ruleMessages).map(([rule, sentences]) => [rule, { ...sentences, ...rulesInTheForm[rule] }])),
    notChosen: inTheForm.notChosen,
    names: new Names(lists, fetchNames),
  };
}

/** @type {(fields: readonly FieldData[]) => (path: Path) => Description} */
export function makeDescribe(fields) {
  const labels = new Map(listFields(fields).map(([path, { label, meaning }]) => [path, { name: label.replaceAll("'", "’"), meaning }]));
  return (path) => labels.get(path.filter((part) => typeof part === "string").join(".")) ?? { name: String(path.at(-1) ?? ""), meaning: "" };
}

/** @param {FormData} data @returns {(path: string, value: string) => Choice | undefined} the choice with a value */
export function makeNames({ practice, names }) {
  const fields = new Map(listFields(practice.fields));
  return (path, value) => {
    const { list = "", choices = [] } = fields.get(path) ?? {};
    if (list) return names.known(list, value);
    const choice = choices.find((one) => one.value === value);
    return choice && { value, text: choice.label, kind: choice.meaning };
  };
}

/** @type {(fields: readonly FieldData[], before?: string) => [path: string, field: FieldData][]} including inner fields */
function listFields(fields, before = "") {
  return fields.flatMap((field) => [/** @type {[string, FieldData]} */ ([before + field.key, field]), ...listFields(field.fields, `${before}${field.key}.`)]);
}
