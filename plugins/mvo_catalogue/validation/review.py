"""What a rule gets to see: one practice with its text, or the whole catalogue with what can be referred to."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.practice import Practice
from mvo_catalogue.reading.markdown import MarkdownText
from mvo_catalogue.validation.known import KnownSlugs


@dataclass(frozen=True, slots=True)
class PracticeReview:
    """One practice, what is known of its text, and the day on which it is judged."""

    practice: Practice
    text: MarkdownText
    today: datetime.date


@dataclass(frozen=True, slots=True)
class CatalogueReview:
    """All entries together, drafts too, and everything that a reference can point to.

    ``unsure`` holds the paths of entries with values that the schema refused: what they say of themselves proves
    nothing about others.
    """

    catalogue: Catalogue
    known: KnownSlugs
    unsure: frozenset[str] = frozenset()
