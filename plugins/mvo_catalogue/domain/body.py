"""The text of an entry after the front matter: rendered once, cut at its level-two headings."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

_TAG = re.compile(r"<[^>]*>")


def strip_markup(markup: str) -> str:
    """Return the plain text of HTML that we rendered ourselves, white space folded."""
    return " ".join(html.unescape(_TAG.sub(" ", markup)).split())


@dataclass(frozen=True, slots=True)
class Section:
    """A level-two heading and what follows it.

    ``html`` holds the content without the heading; a link to another entry has the form
    ``href="entry:partners/albert-heijn#fragment"`` and gets its address when a page is written.
    """

    heading: str
    anchor: str
    html: str

    @property
    def text(self) -> str:
        """Return the section as plain text."""
        return strip_markup(self.html)


@dataclass(frozen=True, slots=True)
class Body:
    """The rendered text of an entry: what stands before the first heading, then the sections in order."""

    lead: str = ""
    sections: tuple[Section, ...] = ()

    def section(self, heading: str) -> Section | None:
        """Return the section with this heading, or ``None``."""
        return next((section for section in self.sections if section.heading == heading), None)

    @property
    def text(self) -> str:
        """Return the whole body as plain text."""
        parts = [strip_markup(self.lead), *(f"{section.heading} {section.text}" for section in self.sections)]
        return " ".join(part for part in parts if part)
