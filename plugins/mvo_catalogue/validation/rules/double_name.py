"""double-name: every organisation and topic has a name of its own, old names and abbreviations among them."""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import CatalogueReview
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="double-name",
    severity=Severity.ERROR,
    title="Elke organisatie en elk thema heeft een eigen naam.",
    explanation=(
        "Deze naam staat ook in een ander bestand. Dan staat dezelfde organisatie twee keer op de site, of kan "
        "een lezer de twee niet uit elkaar houden. Gaat het om één organisatie? Maak er één bestand van. Zijn het "
        "er twee? Geef de ene een langere naam, bijvoorbeeld met de plaats erbij."
    ),
    wrong=("# content/partners/het-anker.md\nnaam: De Brug"),
    right=("# content/partners/het-anker.md\nnaam: De Brug Veenstad"),
)


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
                yield partner.path, Finding(RULE, message, path)
    topics: dict[str, str] = {}
    for topic in review.catalogue.topics.values():
        owner = topics.setdefault(topic.name.casefold(), topic.path)
        if owner != topic.path:
            message = f"De naam “{topic.name}” staat ook in {owner}. Kies een andere naam."
            yield topic.path, Finding(RULE, message, ("naam",))
