"""file-too-large: found in ``reading.text``."""

from __future__ import annotations

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="file-too-large",
    severity=Severity.ERROR,
    title="Een bestand is hoogstens 1 MB groot.",
    explanation=(
        "Dit bestand is veel groter dan een tekst kan zijn. Misschien is er per ongeluk iets anders in geplakt. "
        "Haal dat weg, of verdeel de tekst over meer bestanden."
    ),
    wrong="Een bestand van 3 MB.",
    right="Een bestand van 5 kB: ongeveer twee bladzijden tekst.",
)
