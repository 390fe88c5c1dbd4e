"""unknown-practice: a practice that an entry names has a file."""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.domain.model import PRACTICES
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import CatalogueReview
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="unknown-practice",
    severity=Severity.ERROR,
    title="Een praktijk waarnaar u verwijst, bestaat.",
    explanation=(
        "U noemt een praktijk waarvan geen bestand is in content/practices. Schrijf de naam van het bestand, "
        "zonder “.md”; niet de titel. De melding noemt wat er het meest op lijkt."
    ),
    wrong=("verwant:\n  - portiek"),
    right=("verwant:\n  - portieken"),
)


def check(review: CatalogueReview) -> Iterator[tuple[str, Finding]]:
    """Yield a finding for every practice that is not there."""
    for path, unknown in review.unknown_references:
        if unknown.reference.kind == PRACTICES and not unknown.is_ambiguous:
            yield path, Finding(RULE, unknown.explain("geen bekende praktijk"), unknown.path)
