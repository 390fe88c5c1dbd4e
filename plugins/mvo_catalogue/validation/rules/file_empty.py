"""file-empty: found in ``reading.text``."""

from __future__ import annotations

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="file-empty",
    severity=Severity.ERROR,
    title="Een bestand is niet leeg.",
    explanation="In dit bestand staat niets. Misschien ging er iets mis bij het opslaan. Vul het in, of verwijder het.",
    wrong="Een bestand zonder tekst.",
    right="Een bestand met gegevens en tekst.",
)
