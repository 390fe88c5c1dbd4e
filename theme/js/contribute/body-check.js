/** Check the Markdown of the parts, as `reading/markdown.py` and `validation/rules/outline.py` do. */
import { makeProblem } from "./check.js";

/**
 * @import { Token } from "markdown-it"
 * @import { Problem, RuleMessages } from "./check.js"
 * @import { Part } from "./entry-text.js"
 * @import { Patterns, CorrectMarkup } from "./near-misses.js"
 *
 * @typedef {object} Body what is known of the text of a practice, from `exports/form_data.py`
 * @property {readonly string[]} order of the fixed headings
 * @property {readonly string[]} keys of the fields
 * @property {string} inText a pattern for markup of other dialects; the name of the group is the case
 * @property {string} html a pattern for tags; the name of the group is the case
 * @property {Record<keyof Patterns, string>} lines patterns for near misses of Markdown
 *
 * @typedef {{ level: number, text: string, path: string[] }} Heading
 */

const WEB = /^https?:\/\/[^\s/?#@:.]+(?:\.+[^\s/?#@:.]+)+(?:[:/?#]\S*)?$/i;
const LOCAL = /^(?:file:|[a-z]:[\\/]|\\)/i;
const MAILBOX = /^mailto:[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/i;

/** @type {(parts: readonly Part[], body: Body, ruleMessages: RuleMessages, knows: (file: string) => boolean, parse: (text: string) => Token[], correctMarkup: CorrectMarkup) => Problem[]} */
export function checkBody(parts, { inText, html, keys, order }, ruleMessages, knows, parse, correctMarkup) {
  const marks = new RegExp(inText, "gu");
  const tags = new RegExp(html, "iu");
  /** @type {Heading[]} */
  const headings = [];
  const problems = parts.filter(({ text }) => text.trim()).flatMap(({ heading, text }) => {
    const path = [`#${heading}`];
    const say = (/** @type {string} */ rule, matter = "", slots = {}) => ({
      ...makeProblem(ruleMessages, path, rule, matter, { forms: ruleMessages["broken-link"]?.["forms"], hint: "", ...slots }),
      isWarning: rule === "nearly-markup" || rule === "key-in-text",
    });
    /** @type {Set<string>} */
    const nearly = new Set();
    const tokens = parse(correctMarkup(text, (matter) => nearly.add(matter)));
    headings.push({ level: 2, text: heading, path });
    return [
      ...(tokens[0]?.tag === "h2" ? [say("missing-section", "empty", { heading })] : []),
      ...[...nearly].map((matter) => say("nearly-markup", matter)),
      ...text.split(/\n\s*\n/).map((paragraph) => /^([a-z_]+)[ \t]*:(?:\s|$)/.exec(paragraph)?.[1] ?? "").filter((word) => keys.includes(word)).map((word) => say("key-in-text", "field", { word })),
      ...tokens.flatMap((token, at) => {
        if (token.type === "html_block" && token.content.trim() && !isComment(token)) return [inHtml(token)];
        if (token.type === "heading_open") {
          const words = (tokens[at + 1]?.children ?? []).map(({ content }) => content).join("").trim();
          headings.push({ level: Number(token.tag[1]), text: words, path });
          const next = tokens[at + 3];
          const isBare = words && token.tag === "h2" && (!next || next.tag === "h2");
          return [...(words ? [] : [say("empty-heading")]), ...(isBare ? [say("missing-section", "empty", { heading: words })] : [])];
        }
        return inline(token.children ?? []);
      }),
    ];

    /** @param {Token[]} children @returns {Problem[]} */
    function inline(children) {
      return children.flatMap((child) => {
        if (child.type === "html_inline" && !isComment(child) && !child.content.startsWith("</")) return [inHtml(child)];
        if (child.type === "image") return [say("image")];
        if (child.type === "link_open" && child.markup !== "bare") return inLink(decode(String(child.attrGet("href") ?? "")));
        if (child.type !== "text") return [];
        const found = [...child.content.matchAll(marks)].flatMap(({ groups = {} }) => Object.keys(groups).filter((name) => groups[name] !== undefined));
        return [...almostLinks(child.content), ...found.map((matter) => say("nearly-markup", matter))];
      });
    }

    /** @param {Token} token @returns {Problem} */
    function inHtml({ content }) {
      const { groups = {} } = tags.exec(content) ?? {};
      return say("raw-html", Object.keys(groups).find((name) => groups[name] !== undefined));
    }

    /** @param {string} text @returns {Problem[]} */
    function almostLinks(text) {
      return text.split("](").slice(1).map((target) => (LOCAL.test(target.replace(/^</, "")) ? say("unsafe-link", "local") : say("broken-link", "almost")));
    }

    /** @param {string} target @returns {Problem[]} */
    function inLink(target) {
      if (!target) return [say("broken-link", "no-address")];
      if (target.startsWith("#") || WEB.test(target) || MAILBOX.test(target)) return [];
      if (/^https?:/i.test(target)) return [say("unsafe-link", "no-address", { target })];
      if (LOCAL.test(target)) return [say("unsafe-link", "local")];
      if (/^[a-z][a-z0-9+.-]*:|^\//i.test(target)) return [say("unsafe-link", "other", { target })];
      const file = target.replace(/#.*/, "");
      return knows(file) ? [] : [say("broken-link", "no-file", { target })];
    }
  });
  return [...problems, ...inHeadings(headings, order, ruleMessages)];
}

/** @type {(headings: readonly Heading[], order: readonly string[], ruleMessages: RuleMessages) => Problem[]} skipped levels, and fixed headings that are repeated or out of order */
function inHeadings(headings, order, ruleMessages) {
  const rank = (/** @type {string} */ text) => (order.indexOf(text) + order.length + 1) % (order.length + 1);
  const problems = [];
  let [level, before, isLate] = [1, /** @type {Heading | null} */ (null), false];
  const seen = new Set();
  for (const heading of headings) {
    const { text, path } = heading;
    if (heading.level === 1) problems.push(makeProblem(ruleMessages, path, "heading-level", "one"));
    else if (heading.level > level + 1) problems.push(makeProblem(ruleMessages, path, "heading-level", "skipped", { marks: "#".repeat(level + 1) }));
    level = Math.max(heading.level, 2);
    if (heading.level !== 2 || !text) continue;
    if (order.includes(text) && seen.has(text)) problems.push(makeProblem(ruleMessages, path, "section-order", "twice", { heading: text }));
    else if (before && !isLate && rank(text) < rank(before.text)) {
      isLate = true;
      problems.push(makeProblem(ruleMessages, before.path, "section-order", "too-late", { heading: text, before: before.text, order: order.join(", ") }));
    }
    if (!seen.has(text)) before = heading;
    seen.add(text);
  }
  return problems;
}

/** @param {Token} token @returns {boolean} whether it is only a comment */
export function isComment({ content }) {
  return /^\s*<!--(?:(?!-->)[^])*-->\s*$/.test(content);
}

/** @param {string} address @returns {string} decoded, if possible */
function decode(address) {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
