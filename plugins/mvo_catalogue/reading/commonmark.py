"""Parse CommonMark with tables to tokens, and write tokens as HTML."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token


def parse(text: str) -> list[Token]:
    """Return the tokens of a text; links have the address that was written, whatever it is."""
    return _parser().parse(text)


def render(tokens: Sequence[Token]) -> str:
    """Return tokens as HTML; raw HTML and images come out as the text that was written."""
    parser = _parser()
    return str(parser.renderer.render(tokens, parser.options, {})).strip()


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # every link is judged by its reader
    for name in ("html_inline", "html_block", "image"):
        parser.add_render_rule(name, _render_as_text)
    return parser


def _render_as_text(self: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    return escapeHtml(tokens[index].content)
