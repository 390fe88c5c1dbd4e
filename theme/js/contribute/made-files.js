/** The files that the form makes: the practice, and each organisation that has no page yet. */
import { makeFreeSlug } from "../lib/slug.js";
import { amendEntry } from "./amend-entry.js";
import { cleanValues, writeEntry } from "./entry-text.js";
import { WAYS } from "./messages.js";

/**
 * @import { Part, Values } from "./entry-text.js"
 * @import { Content, Organisation } from "./form-store.js"
 * @import { FieldData, FormData } from "./form-data.js"
 * @import { WrittenEntry } from "./read-entry.js"
 *
 * @typedef {object} MadeFile
 * @property {string} path in the project
 * @property {string} text
 * @property {string} title
 * @property {string} heading a description for people
 * @property {boolean} isNew
 * @property {string} [before] the published text of what is improved
 *
 * @typedef {{ slug: string, source: string, entry: WrittenEntry, content: Content }} Original the practice to improve: its text, and the
 *   content that the form read from it
 */

/** @typedef {ReturnType<typeof import("./markdown.js").makeMarkdown>} Markdown loaded later, since its script is large */

/** @type {(parts: readonly Part[], markdown: Markdown, written?: readonly Part[]) => Part[]} with near misses of Markdown corrected; unchanged text stays as it was */
export function mendParts(parts, markdown, written = []) {
  const isWritten = (/** @type {Part} */ { heading, text }) => written.some((part) => part.heading === heading && part.text === text);
  return parts.map((part) => (isWritten(part) ? part : { ...part, text: markdown.mendText(part.text) }));
}

/** @type {(data: FormData, original: Original | null, today: string, markdown?: () => Markdown | undefined) => (content: Content) => MadeFile[]} */
export function makeWriter({ practice, partner, names }, original, today, markdown = () => undefined) {
  const isTaken = (/** @type {string} */ slug) => Boolean(names.known("practices", slug));

  /** @param {Content} content @returns {string} */
  function textOf({ values, parts: filled }) {
    const script = markdown();
    const parts = script ? mendParts(filled, script, original?.content.parts) : filled;
    const wanted = withoutDefaults(values, original?.entry.values ?? {}, practice.fields);
    if (!original) return writeEntry(practice.fields, wanted, parts);
    return amendEntry(original.entry, practice.fields, original.content, { values: wanted, parts });
  }

  /** @param {Organisation} organisation @returns {MadeFile} */
  function organisationFile({ slug, ...values }) {
    const name = String(values["naam"]);
    const text = writeEntry(partner.fields, cleanValues({ ...values, gecontroleerd: today }), []);
    const path = `${partner.folder}${slug}.md`;
    return { path, text, title: name, heading: WAYS.organisation(name), isNew: true };
  }

  return (content) => {
    const text = textOf(content);
    const title = String(content.values["titel"] ?? "");
    const path = `${practice.folder}${original?.slug ?? makeFreeSlug(title, isTaken)}.md`;
    const named = content.organisations.filter(({ slug }) => text.includes(slug));
    return [...named.map(organisationFile), { path, text, title, heading: WAYS.practice, isNew: !original, before: original?.source }];
  };
}

/** @type {(values: Values, written: Values, fields: readonly FieldData[]) => Values} without default values, unless they were written before */
function withoutDefaults(values, written, fields) {
  return Object.fromEntries(Object.entries(values).filter(([key, value]) => key in written || fields.find((field) => field.key === key)?.default !== value));
}
