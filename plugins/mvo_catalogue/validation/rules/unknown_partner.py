"""unknown-partner: an organisation that an entry names has a file."""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.domain.model import PARTNERS
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import CatalogueReview


def check(review: CatalogueReview) -> Iterator[tuple[str, Finding]]:
    """Yield a finding for every organisation that is not there."""
    for path, unknown in review.unknown_references:
        if unknown.reference.kind == PARTNERS and not unknown.is_ambiguous:
            yield path, Finding("unknown-partner", unknown.explain("geen bekende corporatie of partner"), unknown.path)
