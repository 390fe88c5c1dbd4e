"""unused-partner: a partner is there because a practice, or another partner, names it."""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.domain.model import PARTNERS
from mvo_catalogue.schema.references import list_references, suggest_targets
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import CatalogueReview


def check(review: CatalogueReview) -> Iterator[tuple[str, Finding]]:
    """Yield a warning for every partner to which no reference points; only when all files could be read."""
    if review.unsure:
        return
    catalogue = review.catalogue
    named: set[str] = set()
    for entries in (catalogue.practices, catalogue.partners):
        for entry in entries.values():
            for _, reference, slug in list_references(entry):
                if reference.kind == PARTNERS:
                    known = review.known.has(reference, slug)
                    named.update([slug] if known else suggest_targets(reference, slug, review.known))
    for partner in catalogue.partners.values():
        if partner.slug not in named:
            message = "Geen enkele praktijk noemt deze organisatie. Voeg een praktijk toe, of verwijder dit bestand."
            yield partner.path, Finding("unused-partner", message, ("naam",))
