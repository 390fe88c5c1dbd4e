"""ambiguous-reference: a name points to one thing."""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import CatalogueReview


def check(review: CatalogueReview) -> Iterator[tuple[str, Finding]]:
    """Yield a finding for every name that several things have."""
    for path, unknown in review.unknown_references:
        if unknown.is_ambiguous:
            choices = " of ".join(f"“{slug}”" for slug in unknown.meant)
            message = f"“{unknown.word}” kan meer dan één ding zijn. Kies {choices}."
            yield path, Finding("ambiguous-reference", message, unknown.path)
