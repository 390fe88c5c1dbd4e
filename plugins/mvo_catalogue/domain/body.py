"""The text of an entry after the front matter: cut at its level-two headings, as HTML and as plain blocks."""

from dataclasses import dataclass
from enum import StrEnum

Html = tuple[str, ...]
"""Rendered HTML, cut at its links to other entries.

Pieces of HTML and entries take turns: ``('<p>Met <a href="', 'partners/albert-heijn#fragment', '">…</a></p>')``. An
entry gets its address when a page is written.
"""


class BlockKind(StrEnum):
    """What sort of block it is; the value is the word in the data of a practice."""

    PARAGRAPH = "alinea"
    HEADING = "kop"
    BULLETS = "lijst"
    STEPS = "stappen"


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of plain text: a paragraph or heading has one item, a list one per point, with its nested points.

    Steps count from ``start``: a list goes on after a paragraph.
    """

    kind: BlockKind
    items: tuple[str, ...]
    start: int = 1


@dataclass(frozen=True, slots=True)
class Section:
    """A level-two heading and what follows it, as HTML and as plain text.

    Neither has the heading itself. A table gives a block for each of its cells.
    """

    heading: str = ""
    anchor: str = ""
    html: Html = ()
    blocks: tuple[Block, ...] = ()

    @property
    def points(self) -> tuple[str, ...]:
        """Return the paragraphs and the points of lists, without the headings between them."""
        return tuple(item for block in self.blocks if block.kind is not BlockKind.HEADING for item in block.items)

    @property
    def text(self) -> str:
        """Return the section as plain text."""
        return " ".join(item for block in self.blocks for item in block.items)


@dataclass(frozen=True, slots=True)
class Body:
    """The text of an entry: what comes before the first heading (``lead``), then the sections in order."""

    lead: Section = Section()
    sections: tuple[Section, ...] = ()

    def section(self, heading: str) -> Section | None:
        """Return the section with this heading, or ``None``."""
        return next((section for section in self.sections if section.heading == heading), None)

    def points(self, heading: str) -> tuple[str, ...]:
        """Return the points of the section with this heading; none when there is no such section."""
        section = self.section(heading)
        return section.points if section else ()

    @property
    def text(self) -> str:
        """Return the whole body as plain text."""
        parts = [self.lead.text, *(f"{section.heading} {section.text}" for section in self.sections)]
        return " ".join(part for part in parts if part)
