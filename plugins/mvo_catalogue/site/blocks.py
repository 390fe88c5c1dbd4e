"""The text of a section as plain blocks: paragraphs, lists and steps without markup."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from html.parser import HTMLParser


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
    reader.feed(markup)
    reader.close()
    reader.end_item()
    return reader.blocks


_LISTS = {"ul": BlockKind.BULLETS, "ol": BlockKind.STEPS}
_ITEMS = ("p", "li", "h3", "h4", "h5", "h6", "td", "th", "pre")


class _BlockReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.depth = 0
        self.kind = BlockKind.PARAGRAPH
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _LISTS:
            self.end_item()
            if self.depth == 0:
                self.blocks.append(Block(_LISTS[tag]))
            self.depth += 1
        elif tag in _ITEMS:
            self.end_item()
            self.kind = BlockKind.HEADING if tag.startswith("h") else BlockKind.PARAGRAPH
        elif tag == "br":
            self.text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _LISTS:
            self.end_item()
            self.depth -= 1
        elif tag in _ITEMS:
            self.end_item()

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def end_item(self) -> None:
        """Put what was read so far in the open list, or in a block of its own."""
        text = " ".join("".join(self.text).split())
        self.text.clear()
        if not text:
            return
        if self.depth:
            self.blocks[-1].items.append(text)
        else:
            self.blocks.append(Block(self.kind, [text]))
        self.kind = BlockKind.PARAGRAPH
