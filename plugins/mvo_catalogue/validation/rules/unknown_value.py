"""unknown-value: a value is one of a list; of the choices in the schema found in ``schema.parse``."""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.domain.model import VOCABULARIES
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import CatalogueReview


def check(review: CatalogueReview) -> Iterator[tuple[str, Finding]]:
    """Yield a finding for every value that its vocabulary does not have."""
    for path, unknown in review.unknown_references:
        if unknown.reference.kind == VOCABULARIES and not unknown.is_ambiguous:
            what = f"geen bekende waarde van “{unknown.reference.vocabulary}”"
            yield path, Finding("unknown-value", unknown.explain(what), unknown.path)
