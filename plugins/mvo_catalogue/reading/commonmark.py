"""Parse CommonMark to tokens, and render tokens as HTML or as blocks of plain text.

Of the extensions of GitHub, tables, strikethrough and bare addresses are supported; comments are left out.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from mvo_catalogue.domain.body import Block, BlockKind
from mvo_catalogue.domain.model import is_contact

vars(import_module("markdown_it.rules_block.table"))["MAX_AUTOCOMPLETED_CELLS"] = 2_000
"""The number of missing cells that are added to a table; the 65,000 of the package cost seconds for a few bytes."""
_LISTS = {"bullet_list_open": BlockKind.BULLETS, "ordered_list_open": BlockKind.STEPS}
_LIST_ENDS = {"bullet_list_close", "ordered_list_close"}
_UNDER = " – "  # as printed Dutch has it
"""Comes before an item of a nested list, which is put on the line of the item that holds it."""
_CODE = {"fence", "code_block", "html_block"}
BARE_ADDRESS = re.compile(
    r"(^|[\s(*_~“‘\"'])((?:https?://|www\.)[^\s<>“”\"|`]+|[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+\.[A-Za-z0-9.-]+)",
    re.IGNORECASE,
)
"""A possible bare address, with the character before it; the same as in ``theme/js/contribute/markdown.js``."""
_AFTER_ADDRESS = "?!.,:;*_~'’"
COMMENT = re.compile(r"<!--(?:(?!-->)[\s\S])*-->")


def parse(text: str) -> list[Token]:
    """Return the tokens of a text; the addresses of links are not checked here."""
    return _parser().parse(text)


def is_comment(token: Token) -> bool:
    """Return whether a piece of raw HTML is nothing but a comment, which is left out of the page."""
    return token.type in ("html_block", "html_inline") and bool(COMMENT.fullmatch(token.content.strip()))


def find_addresses(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, address to link to) for every bare address in a text."""
    for match in BARE_ADDRESS.finditer(text):
        address = match[2].rstrip(_AFTER_ADDRESS)
        while address.endswith(")") and address.count(")") > address.count("("):
            address = address[:-1].rstrip(_AFTER_ADDRESS)
        full = f"https://{address}" if address[:4].lower() == "www." else address
        if is_contact(full):
            yield match.start(2), match.start(2) + len(address), full if "://" in full else f"mailto:{full}"


def render(tokens: Sequence[Token]) -> str:
    """Return tokens as HTML; raw HTML and images are escaped."""
    parser = _parser()
    return str(parser.renderer.render(tokens, parser.options, {})).strip()


def read_blocks(tokens: Sequence[Token]) -> tuple[Block, ...]:
    """Return the blocks of a text that hold words; an item of a list includes the paragraphs and lists below it."""
    blocks: list[tuple[BlockKind, list[str], int]] = []
    depth = 0
    kind = BlockKind.PARAGRAPH
    for token in tokens:
        if token.type in _LISTS:
            if depth == 0:
                blocks.append((_LISTS[token.type], [], int(token.attrs.get("start", 1))))
            depth += 1
        elif token.type in _LIST_ENDS:
            depth -= 1
        elif token.type == "list_item_open" and depth == 1:
            blocks[-1][1].append("")
        elif token.type == "heading_open":
            kind = BlockKind.HEADING
        elif token.type == "inline" or token.type in _CODE:
            text = plain_text(token)
            if text and depth:
                point = blocks[-1][1][-1]
                blocks[-1][1][-1] = f"{point}{_UNDER if depth > 1 else ' '}{text}" if point else text
            elif text:
                blocks.append((kind, [text], 1))
            kind = BlockKind.PARAGRAPH
    filled = ((kind, tuple(filter(None, items)), start) for kind, items, start in blocks)
    return tuple(Block(kind, items, start) for kind, items, start in filled if items)


def plain_text(token: Token) -> str:
    """Return the words of a paragraph, heading or piece of code on one line, as a reader sees them."""
    if token.children is None:
        return "" if is_comment(token) else " ".join(token.content.split())
    words = (" " if child.type in ("softbreak", "hardbreak") else child.content for child in token.children)
    return " ".join("".join(words).split())


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    parser.core.ruler.before("inline", "footnotes", _forget_footnotes)
    parser.core.ruler.push("addresses", _link_addresses)
    parser.core.ruler.push("comments", _leave_out_comments)
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # links are checked by the caller
    for name in ("html_inline", "html_block", "image"):
        parser.add_render_rule(name, _render_as_text)
    return parser


def _render_as_text(self: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    return "" if is_comment(tokens[index]) else escapeHtml(tokens[index].content)


def _forget_footnotes(state: StateCore) -> None:
    """Keep ``[^1]`` from becoming a link to the text of the footnote."""
    known = state.env.get("references", {})
    for label in [label for label in known if label.startswith("^")]:
        del known[label]


def _leave_out_comments(state: StateCore) -> None:
    """Remove comments from running text; a comment that is a block stays, for its lines."""
    for token in state.tokens:
        if token.children and any(map(is_comment, token.children)):
            token.children = [child for child in token.children if not is_comment(child)]


def _link_addresses(state: StateCore) -> None:
    """Turn bare addresses in running text into links."""
    for token in state.tokens:
        if token.children and BARE_ADDRESS.search(token.content):
            token.children = list(_with_links(token.children))


def _with_links(children: Sequence[Token]) -> Iterator[Token]:
    depth = 0
    for child in children:
        depth += child.nesting * child.type.startswith("link_")
        end = 0
        for start, stop, address in find_addresses(child.content) if child.type == "text" and not depth else ():
            yield Token("text", "", 0, content=child.content[end:start])
            yield Token("link_open", "a", 1, attrs={"href": address}, markup="bare", info="auto")
            yield Token("text", "", 0, content=child.content[start:stop])
            yield Token("link_close", "a", -1, markup="bare", info="auto")
            end = stop
        yield Token("text", "", 0, content=child.content[end:]) if end else child
