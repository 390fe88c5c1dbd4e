"""image: found in ``reading.markdown``."""

from __future__ import annotations

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="image",
    severity=Severity.ERROR,
    title="In de tekst staan geen afbeeldingen.",
    explanation=(
        "Afbeeldingen kunnen op deze site nog niet. Schrijf op wat er te zien is. Staat de afbeelding al op een "
        "andere site? Dan kunt u er een link naar maken."
    ),
    wrong="![De tuin in mei](tuin.jpg)",
    right="In mei stond de tuin vol met tulpen.",
)
