"""missing-section: every practice has an approach, and nothing under a heading is left empty."""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.domain.practice import APPROACH
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import PracticeReview
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="missing-section",
    severity=Severity.ERROR,
    title="Elke praktijk heeft een aanpak en onder elke kop staat tekst.",
    explanation=(
        "De aanpak is waar lezers voor komen. Schrijf onder “## Aanpak” stap voor stap wat er is gedaan. Staat er "
        "onder een andere kop niets? Vul hem in, of haal de kop weg."
    ),
    wrong=("## Aanpak\n\n## Lessen\n\nBegin klein."),
    right=(
        "## Aanpak\n"
        "\n"
        "1. Bewoners kiezen een plek.\n"
        "2. De corporatie levert aarde en planten.\n"
        "3. Elke maand werken de bewoners samen.\n"
        "\n"
        "## Lessen\n"
        "\n"
        "Begin klein."
    ),
)

SENTENCE = "De kop “## {heading}” ontbreekt: wat is er stap voor stap gedaan?"
"""What the finding says; the form in the browser says the same."""


def check(review: PracticeReview) -> Iterator[Finding]:
    """Yield a finding when the approach is missing and for every empty section."""
    if review.section(APPROACH) is None:
        lower = next((item for item in review.text.headings if item.text == APPROACH), None)
        hint = f" Gebruik “## {APPROACH}” in plaats van “{'#' * lower.level} {APPROACH}”." if lower else ""
        yield Finding(RULE, SENTENCE.format(heading=APPROACH) + hint, anchor=lower.anchor if lower else "")
    for section in review.practice.body.sections:
        if section.heading and not section.html:
            message = f"Onder “## {section.heading}” staat niets. Vul het in, of haal de kop weg."
            yield Finding(RULE, message, anchor=section.anchor)
