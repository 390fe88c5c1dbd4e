"""unknown-topic: a topic that an entry names has a file."""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.domain.model import TOPICS
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import CatalogueReview
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="unknown-topic",
    severity=Severity.ERROR,
    title="Elk thema is een thema van deze site.",
    explanation=(
        "Lezers kiezen een praktijk vaak via een thema. U noemt een thema dat er niet is. Kies een van de "
        "bestaande thema’s; de melding helpt u daarbij."
    ),
    wrong=("themas:\n  - woonen"),
    right=("themas:\n  - wonen"),
)


def check(review: CatalogueReview) -> Iterator[tuple[str, Finding]]:
    """Yield a finding for every topic that is not there."""
    for path, unknown in review.unknown_references:
        if unknown.reference.kind == TOPICS and not unknown.is_ambiguous:
            yield path, Finding(RULE, unknown.explain("geen bekend thema"), unknown.path)
