"""ambiguous-reference: a name points to one thing."""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import CatalogueReview
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="ambiguous-reference",
    severity=Severity.ERROR,
    title="Een verwijzing wijst naar één ding.",
    explanation=(
        "U schreef een naam die bij meer dan één bestand of waarde hoort. Dan weten wij niet welke u bedoelt. "
        "Kies een van de namen die in de melding staan."
    ),
    wrong=(
        "# content/vocabularies/doelgroepen.yaml\n"
        "starters-huur:\n"
        "  naam: Starters\n"
        "starters-koop:\n"
        "  naam: Starters\n"
        "# content/practices/buurttuin.md\n"
        "doelgroepen:\n"
        "  - starters"
    ),
    right=(
        "# content/vocabularies/doelgroepen.yaml\n"
        "starters-huur:\n"
        "  naam: Starters\n"
        "starters-koop:\n"
        "  naam: Starters\n"
        "# content/practices/buurttuin.md\n"
        "doelgroepen:\n"
        "  - starters-huur"
    ),
)


def check(review: CatalogueReview) -> Iterator[tuple[str, Finding]]:
    """Yield a finding for every name that several things have."""
    for path, unknown in review.unknown_references:
        if unknown.is_ambiguous:
            choices = " of ".join(f"“{slug}”" for slug in unknown.meant)
            message = f"“{unknown.word}” kan meer dan één ding zijn. Kies {choices}."
            yield path, Finding(RULE, message, unknown.path)
