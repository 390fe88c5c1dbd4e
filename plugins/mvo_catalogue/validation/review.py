"""What a rule gets to see: one practice with its text, or the whole catalogue with what can be referred to."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from mvo_catalogue.domain.body import Section
from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.practice import SECTION_ORDER, Practice
from mvo_catalogue.reading.markdown import MarkdownText
from mvo_catalogue.reading.nearest import suggest_nearest
from mvo_catalogue.validation.known import KnownSlugs


@dataclass(frozen=True, slots=True)
class PracticeReview:
    """One practice, what is known of its text, and the day on which it is judged.

    ``refused`` holds the keys whose values the schema refused; the practice has a stand-in for them, or nothing.
    """

    practice: Practice
    text: MarkdownText
    today: datetime.date
    refused: frozenset[str] = frozenset()

    def meant(self, section: Section) -> str:
        """Return the heading of a section, or the fixed one that it misspells."""
        missing = set(SECTION_ORDER).difference(item.heading for item in self.practice.body.sections)
        if section.heading in SECTION_ORDER or not missing:
            return section.heading
        return suggest_nearest(section.heading, missing) or section.heading

    def section(self, heading: str) -> Section | None:
        """Return the section with this heading, misspelt or not, or ``None``."""
        return next((section for section in self.practice.body.sections if self.meant(section) == heading), None)

    def knows(self, *keys: str) -> bool:
        """Return whether the practice says what the editor wrote under all of these keys."""
        return self.refused.isdisjoint(keys)


@dataclass(frozen=True, slots=True)
class CatalogueReview:
    """All entries together, drafts too, and everything that a reference can point to.

    ``unsure`` holds the paths of files that could not be read, or with values that the schema refused: what they say,
    or do not say, proves nothing about others.
    """

    catalogue: Catalogue
    known: KnownSlugs
    unsure: frozenset[str] = frozenset()
