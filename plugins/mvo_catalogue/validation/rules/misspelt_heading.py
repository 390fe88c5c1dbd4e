"""misspelt-heading: the four fixed headings are written as they are."""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import PracticeReview
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="misspelt-heading",
    severity=Severity.ERROR,
    title="De vier vaste koppen zijn precies zo geschreven.",
    explanation=(
        "Elke praktijk gebruikt dezelfde koppen: Aanleiding, Aanpak, Resultaten en Lessen. Zo vindt een lezer "
        "altijd snel wat hij zoekt. Deze kop lijkt er een te zijn, maar is anders geschreven. Neem de kop uit de "
        "melding over."
    ),
    wrong=("## Resultaat\n\nTwaalf gezinnen doen mee."),
    right=("## Resultaten\n\nTwaalf gezinnen doen mee."),
)


def check(review: PracticeReview) -> Iterator[Finding]:
    """Yield a finding for every heading that is almost one of the four, when that one is not there."""
    for section in review.practice.body.sections:
        meant = review.meant(section)
        if meant != section.heading:
            message = f"De kop “{section.heading}” is bijna goed. Bedoelde u “## {meant}”?"
            yield Finding(RULE, message, anchor=section.anchor)
