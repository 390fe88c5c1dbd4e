"""unknown-topic: a topic that an entry names has a file."""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.domain.model import TOPICS
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import CatalogueReview


def check(review: CatalogueReview) -> Iterator[tuple[str, Finding]]:
    """Yield a finding for every topic that is not there."""
    for path, unknown in review.unknown_references:
        if unknown.reference.kind == TOPICS and not unknown.is_ambiguous:
            yield path, Finding("unknown-topic", unknown.explain("geen bekend thema"), unknown.path)
