"""wrong-role: housing associations stand under ``corporaties``, everybody else under ``partners``."""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import CatalogueReview


def check(review: CatalogueReview) -> Iterator[tuple[str, Finding]]:
    """Yield a finding for every organisation that stands under the wrong key."""
    for practice in review.catalogue.practices.values():
        for key, slugs, associations in (
            ("corporaties", practice.associations, True),
            ("partners", practice.partners, False),
        ):
            for index, slug in enumerate(slugs):
                partner = review.catalogue.partners.get(slug)
                if partner is None or partner.path in review.unsure:
                    continue
                if partner.is_association is not associations:
                    right = "partners" if associations else "corporaties"
                    message = f"“{slug}” heeft soort “{partner.kind}” en hoort onder “{right}”. Verplaats de regel."
                    yield practice.path, Finding("wrong-role", message, (key, index))
