"""unknown-partner: an organisation that an entry names has a file."""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.domain.model import PARTNERS
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import CatalogueReview
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="unknown-partner",
    severity=Severity.ERROR,
    title="Elke organisatie heeft een eigen bestand.",
    explanation=(
        "U noemt een organisatie waarvan geen bestand is in content/partners. Vaak is het een tikfout; de melding "
        "noemt dan wat er het meest op lijkt. Schrijf de naam van het bestand, zonder “.md”. Is de organisatie "
        "nieuw? Maak er dan eerst een bestand voor."
    ),
    wrong=("partners:\n  - wijk-werk"),
    right=("partners:\n  - wijkwerk"),
)


def check(review: CatalogueReview) -> Iterator[tuple[str, Finding]]:
    """Yield a finding for every organisation that is not there."""
    for path, unknown in review.unknown_references:
        if unknown.reference.kind == PARTNERS and not unknown.is_ambiguous:
            yield path, Finding(RULE, unknown.explain("geen bekende corporatie of partner"), unknown.path)
