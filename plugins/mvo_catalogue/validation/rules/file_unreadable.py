"""file-unreadable: found in ``reading.text``."""

from __future__ import annotations

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="file-unreadable",
    severity=Severity.ERROR,
    title="Een bestand kan worden geopend.",
    explanation=(
        "De computer geeft dit bestand niet. Misschien mag uw account het niet lezen, of staat het open in een "
        "ander programma. Sluit het daar, controleer de rechten en probeer het opnieuw."
    ),
    wrong="Een bestand dat alleen een ander mag openen.",
    right="Een bestand dat u zelf kunt openen.",
)
