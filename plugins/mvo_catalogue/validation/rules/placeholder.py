"""placeholder: nothing of the text that a new file starts with is left over."""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.domain.model import PLACEHOLDER
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import FileReview
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="placeholder",
    severity=Severity.ERROR,
    title="Invultekst is vervangen door echte tekst.",
    explanation=(
        "Een nieuw bestand begint met regels als “[Vul in: wat is er gedaan?]”. Lezers hebben daar niets aan. Zet er "
        "uw eigen tekst voor in de plaats. Weet u het niet? Haal de regel dan weg, met de kop erboven."
    ),
    wrong="## Lessen\n\n[Vul in: wat zou u anders doen?]",
    right="## Lessen\n\nBegin klein, met één straat.",
)


def check(review: FileReview) -> Iterator[Finding]:
    """Yield a finding for every line that still holds a text to be replaced."""
    for number, line in enumerate(review.lines, 1) if PLACEHOLDER in review.source else ():
        column = line.find(PLACEHOLDER)
        if column >= 0:
            message = "Hier staat nog een invultekst. Zet er uw eigen tekst voor in de plaats, of haal de regel weg."
            yield Finding(RULE, message, place=(number, column + 1))
