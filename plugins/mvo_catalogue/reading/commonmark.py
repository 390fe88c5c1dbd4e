"""Parse CommonMark with tables to tokens, and write tokens as HTML or as plain blocks: words without markup."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token

from mvo_catalogue.domain.body import Block, BlockKind

vars(import_module("markdown_it.rules_block.table"))["MAX_AUTOCOMPLETED_CELLS"] = 2_000
"""How many cells that nobody wrote a table gets; 65,000, as the package has it, are seconds of work for a few bytes."""
_LISTS = {"bullet_list_open": BlockKind.BULLETS, "ordered_list_open": BlockKind.STEPS}
_LIST_ENDS = {"bullet_list_close", "ordered_list_close"}
_CODE = {"fence", "code_block", "html_block"}


def parse(text: str) -> list[Token]:
    """Return the tokens of a text; links have the address that was written, whatever it is."""
    return _parser().parse(text)


def render(tokens: Sequence[Token]) -> str:
    """Return tokens as HTML; raw HTML and images come out as the text that was written."""
    parser = _parser()
    return str(parser.renderer.render(tokens, parser.options, {})).strip()


def read_blocks(tokens: Sequence[Token]) -> tuple[Block, ...]:
    """Return the blocks of a text that hold words; a list has all its points, those of the lists inside it too."""
    blocks: list[tuple[BlockKind, list[str]]] = []
    depth = 0
    kind = BlockKind.PARAGRAPH
    for token in tokens:
        if token.type in _LISTS:
            if depth == 0:
                blocks.append((_LISTS[token.type], []))
            depth += 1
        elif token.type in _LIST_ENDS:
            depth -= 1
        elif token.type == "heading_open":
            kind = BlockKind.HEADING
        elif token.type == "inline" or token.type in _CODE:
            text = plain_text(token)
            if text and depth:
                blocks[-1][1].append(text)
            elif text:
                blocks.append((kind, [text]))
            kind = BlockKind.PARAGRAPH
    return tuple(Block(kind, tuple(items)) for kind, items in blocks)


def plain_text(token: Token) -> str:
    """Return the words of a paragraph, heading or piece of code on one line, as a reader sees them."""
    if token.children is None:
        return " ".join(token.content.split())
    words = (" " if child.type in ("softbreak", "hardbreak") else child.content for child in token.children)
    return " ".join("".join(words).split())


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # every link is judged by its reader
    for name in ("html_inline", "html_block", "image"):
        parser.add_render_rule(name, _render_as_text)
    return parser


def _render_as_text(self: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    return escapeHtml(tokens[index].content)
