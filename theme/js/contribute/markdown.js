/** Shows Markdown by the rules of the site (`reading/markdown.py`): CommonMark with tables; HTML is only text. */
import MarkdownIt from "markdown-it";

const parser = new MarkdownIt("commonmark", { html: false }).enable("table");
parser.validateLink = (address) => /^(?:https?:\/\/[^\s]+|mailto:[\w.+-]+@[\w.-]+|#.*|[\w./-]+\.md(?:#.*)?)$/i.test(address);
parser.renderer.rules["image"] = (tokens, place) => parser.utils.escapeHtml(tokens[place]?.content ?? "");

/** @type {(text: string, addressOf: (file: string) => string | null) => string} HTML without any of the text's own */
export function renderMarkdown(text, addressOf) {
  const tokens = parser.parse(text, {});
  for (const token of tokens) {
    if (token.tag === "td" || token.tag === "th") token.attrs = null; // the policy of the site allows no inline style
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
