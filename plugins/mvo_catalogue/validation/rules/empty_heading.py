"""empty-heading: a heading has words."""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.reading.markdown import MarkdownText
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="empty-heading",
    severity=Severity.ERROR,
    title="Achter de hekjes van een kop staan woorden.",
    explanation=(
        "Deze kop is leeg. Wie een schermlezer gebruikt, springt van kop naar kop en hoort hier niets. Schrijf "
        "waar het stuk over gaat, of haal de regel met de hekjes weg."
    ),
    wrong=("##\n\nDe tuin kostte 800 euro."),
    right=("## Kosten\n\nDe tuin kostte 800 euro."),
)


def check(text: MarkdownText) -> Iterator[Finding]:
    """Yield a finding for every heading without words."""
    for heading in text.headings:
        if not heading.text:
            message = "Deze kop is leeg. Schrijf achter de hekjes waar het stuk over gaat, of haal de regel weg."
            yield Finding(RULE, message, anchor=heading.anchor)
