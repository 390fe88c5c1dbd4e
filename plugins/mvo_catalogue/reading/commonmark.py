"""Parse CommonMark with tables to tokens, and write tokens as HTML.

The parser tries all of its rules on each line, and most texts have no table, quotation or HTML anywhere. So a rule that
can find nothing in a text is left out for that text, which halves the time and changes no token.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_SIGNS = {
    "table": ("|",),
    "fence": ("```", "~~~"),
    "blockquote": (">",),
    "reference": ("]:",),
    "html_block": ("<",),
    "text_join": ("\\", "&"),
}
"""Rules, and the signs of which a text has at least one where they find something."""
_RULE_LINE = re.compile(r"[*_=-][ \t]*(?![^\r\n])")
_LINE_RULES = ("hr", "lheading")
"""What a line of dashes ends with, between paragraphs or under a heading, and the rules that look for one."""
_MARKUP = re.compile(r"[\n\\`*_\[<&]")
"""With what everything inside a paragraph begins that is not plain text."""


def parse(text: str) -> list[Token]:
    """Return the tokens of a text; links have the address that was written, whatever it is."""
    return _parser(tuple(_needless_rules(text))).parse(text)


def render(tokens: Sequence[Token]) -> str:
    """Return tokens as HTML; raw HTML and images come out as the text that was written."""
    parser = _parser(())
    return str(parser.renderer.render(tokens, parser.options, {})).strip()


def _needless_rules(text: str) -> Iterator[str]:
    """Yield the rules that find nothing in a text."""
    for rule, signs in _SIGNS.items():
        if not any(sign in text for sign in signs):
            yield rule
    if not _RULE_LINE.search(text):
        yield from _LINE_RULES


@cache
def _parser(needless_rules: tuple[str, ...]) -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True}).enable("table").disable(needless_rules)
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # every link is judged by its reader
    parser.core.ruler.at("inline", _parse_inline)
    for name in ("html_inline", "html_block", "image"):
        parser.add_render_rule(name, _render_as_text)
    return parser


def _parse_inline(state: StateCore) -> None:
    """Parse what stands in each block; plain text is one token, for which no rule has to be tried."""
    for token in state.tokens:
        if token.type == "inline":
            content = token.content
            children: list[Token] = []
            if _MARKUP.search(content):
                state.md.inline.parse(content, state.md, state.env, children)
            elif content:
                children.append(Token("text", "", 0, content=content))
            token.children = children


def _render_as_text(self: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    return escapeHtml(tokens[index].content)
