/** Parse and render Markdown like the site (`reading/commonmark.py`, `near_misses.py`): HTML is shown as text, comments are left out. */
import MarkdownIt from "markdown-it";
import { checkBody, isComment } from "./body-check.js";
import { cleanText } from "./entry-text.js";
import { makeCorrectMarkup } from "./near-misses.js";

/**
 * @import { Token } from "markdown-it"
 * @import { Body } from "./body-check.js"
 * @import { Problem, RuleMessages } from "./check.js"
 * @import { Part } from "./entry-text.js"
 */

const BARE_ADDRESS = /(^|[\s(*_~“‘"'])((?:https?:\/\/|www\.)[^\s<>“”"|`]+|[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+\.[A-Za-z0-9.-]+)/giu;
const FULL = /^(?:https?:\/\/[^\s/?#@:.]+(?:\.+[^\s/?#@:.]+)+(?:[:/?#].*)?|mailto:.+)$/iu;
const SHOWN = /^(?:https?:\/\/[^\s]+|mailto:[\w.+-]+@[\w.-]+|#.*|[\w./-]+\.md(?:#.*)?)$/i;
const AFTER_ADDRESS = "?!.,:;*_~'’";

/** @param {(address: string) => boolean} validateLink */
function makeParser(validateLink) {
  const parser = new MarkdownIt("commonmark", { html: true }).enable(["table", "strikethrough"]);
  for (const name of ["html_block", "html_inline"]) {
    parser.renderer.rules[name] = (tokens, place) => {
      const token = /** @type {Token} */ (tokens[place]);
      return isComment(token) ? "" : parser.utils.escapeHtml(token.content);
    };
  }
  parser.core.ruler.before("inline", "footnotes", ({ env }) => {
    for (const label of Object.keys(env.references ?? {})) if (label.startsWith("^")) delete env.references?.[label];
  });
  parser.core.ruler.push("addresses", ({ tokens, Token }) => {
    for (const token of tokens) if (token.children) token.children = withLinks(token.children, Token);
  });
  parser.validateLink = validateLink;
  parser.renderer.rules["image"] = (tokens, place) => parser.utils.escapeHtml(tokens[place]?.content ?? "");
  return parser;
}

const parser = makeParser((address) => SHOWN.test(address));
const judge = makeParser(() => true); // the check reports wrong links itself

/** @param {string} text @returns {Token[]} */
const parse = (text) => judge.parse(text, {});

/** @param {Body} body what is known of the text of a practice */
export function makeMarkdown(body) {
  const correctMarkup = makeCorrectMarkup(body.lines, parse);
  return {
    /** @param {string} text of a part @returns {string} with near misses corrected */
    mendText: (text) => correctMarkup(cleanText(text)),
    /** @type {(parts: readonly Part[], ruleMessages: RuleMessages, knows: (file: string) => boolean) => Problem[]} */
    findInBody: (parts, ruleMessages, knows) => checkBody(parts, body, ruleMessages, knows, parse, correctMarkup),
    /** @type {(text: string, addressOf: (file: string) => string | null) => string} HTML, in which HTML of the text is escaped */
    renderMarkdown: (text, addressOf) => render(correctMarkup(text), addressOf),
  };
}

/** @type {(text: string, addressOf: (file: string) => string | null) => string} */
function render(text, addressOf) {
  const tokens = parser.parse(text, {});
  for (const token of tokens) {
    if (token.tag === "td" || token.tag === "th") token.attrs = null; // the Content-Security-Policy allows no inline styles
    for (const child of token.children ?? []) {
      if (child.type !== "link_open") continue;
      const address = String(child.attrGet("href") ?? "");
      child.attrs = null;
      const target = /^[\w./-]+\.md/i.test(address) ? addressOf(address) : address;
      if (target) child.attrs = [["href", target], ["class", "nl-link"]];
    }
    if (token.type === "heading_open" || token.type === "heading_close") token.tag = `h${Math.min(6, Number(token.tag[1]) + 2)}`;
  }
  return parser.renderer.render(tokens, parser.options, {});
}

/** @type {(children: Token[], Made: typeof Token) => Token[]} with bare addresses as links */
function withLinks(children, Made) {
  let depth = 0;
  return children.flatMap((child) => {
    if (child.type.startsWith("link_")) depth += child.nesting;
    if (child.type !== "text" || depth) return [child];
    const words = (/** @type {string} */ content) => Object.assign(new Made("text", "", 0), { content });
    const made = [];
    let end = 0;
    for (const match of child.content.matchAll(BARE_ADDRESS)) {
      const address = trimAddress(match[2] ?? "");
      const full = /^www\./i.test(address) ? `https://${address}` : address.includes("://") ? address : `mailto:${address}`;
      if (!FULL.test(full)) continue;
      const start = match.index + (match[1] ?? "").length;
      const open = Object.assign(new Made("link_open", "a", 1), { attrs: [["href", full]], markup: "bare" });
      made.push(words(child.content.slice(end, start)), open, words(address), new Made("link_close", "a", -1));
      end = start + address.length;
    }
    return end ? [...made, words(child.content.slice(end))] : [child];
  });
}

/** @param {string} address @returns {string} without punctuation at its end */
function trimAddress(address) {
  while (address && (AFTER_ADDRESS.includes(address.slice(-1)) || (address.endsWith(")") && address.split(")").length > address.split("(").length))) {
    address = address.slice(0, -1);
  }
  return address;
}
