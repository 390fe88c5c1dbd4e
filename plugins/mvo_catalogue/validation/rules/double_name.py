"""double-name: every organisation and topic has a name of its own, old names and abbreviations among them."""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import CatalogueReview


def check(review: CatalogueReview) -> Iterator[tuple[str, Finding]]:
    """Yield a finding for every name that another entry already has."""
    owners: dict[str, str] = {}
    for partner in review.catalogue.partners.values():
        places = [
            (("naam",), partner.name),
            *((("andere_namen", i), name) for i, name in enumerate(partner.other_names)),
        ]
        for path, name in places:
            owner = owners.setdefault(name.casefold(), partner.path)
            if owner != partner.path:
                message = f"De naam “{name}” staat ook in {owner}. Maak er één bestand van, of kies een andere naam."
                yield partner.path, Finding("double-name", message, path)
    topics: dict[str, str] = {}
    for topic in review.catalogue.topics.values():
        owner = topics.setdefault(topic.name.casefold(), topic.path)
        if owner != topic.path:
            message = f"De naam “{topic.name}” staat ook in {owner}. Kies een andere naam."
            yield topic.path, Finding("double-name", message, ("naam",))
