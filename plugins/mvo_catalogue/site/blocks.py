"""The text of a section as plain blocks: paragraphs, lists and steps without markup."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from html import unescape


class BlockKind(StrEnum):
    """What sort of block it is; the value is the word in the data of a practice."""

    PARAGRAPH = "alinea"
    HEADING = "kop"
    BULLETS = "lijst"
    STEPS = "stappen"


@dataclass(slots=True)
class Block:
    """One piece of text: a paragraph or heading has one item, a list one per point (nested points follow it)."""

    kind: BlockKind
    items: list[str] = field(default_factory=list)


def read_blocks(markup: str) -> list[Block]:
    """Return the blocks of HTML that we rendered ourselves; a table gives a paragraph per cell."""
    reader = _BlockReader()
    end = 0
    for tag in _TAG.finditer(markup):
        reader.text.append(markup[end : tag.start()])
        reader.read_tag(tag["name"], is_closing=bool(tag["slash"]))
        end = tag.end()
    reader.text.append(markup[end:])
    reader.end_item()
    return reader.blocks


_TAG = re.compile(r"<(?P<slash>/?)(?P<name>[a-z][a-z0-9]*)[^>]*>")
"""A tag: in HTML of ours every other < and >, also in the value of an attribute, is written as ``&lt;`` or ``&gt;``."""

_LISTS = {"ul": BlockKind.BULLETS, "ol": BlockKind.STEPS}
_ITEMS = ("p", "li", "h3", "h4", "h5", "h6", "td", "th", "pre")


class _BlockReader:
    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.depth = 0
        self.kind = BlockKind.PARAGRAPH
        self.text: list[str] = []

    def read_tag(self, tag: str, *, is_closing: bool) -> None:
        if tag in _LISTS:
            self.end_item()
            if self.depth == 0:
                self.blocks.append(Block(_LISTS[tag]))
            self.depth += -1 if is_closing else 1
        elif tag in _ITEMS:
            self.end_item()
            if not is_closing:
                self.kind = BlockKind.HEADING if tag.startswith("h") else BlockKind.PARAGRAPH
        elif tag == "br":
            self.text.append(" ")

    def end_item(self) -> None:
        """Put what was read so far in the open list, or in a block of its own."""
        text = " ".join(unescape("".join(self.text)).split())
        self.text.clear()
        if not text:
            return
        if self.depth:
            self.blocks[-1].items.append(text)
        else:
            self.blocks.append(Block(self.kind, [text]))
        self.kind = BlockKind.PARAGRAPH
