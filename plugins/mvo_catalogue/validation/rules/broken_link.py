"""broken-link: found in ``reading.markdown, and between entries by validation.load``."""

from __future__ import annotations

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="broken-link",
    severity=Severity.ERROR,
    title="Een link wijst naar iets dat er is.",
    explanation=(
        "Een lezer die op deze link klikt, komt nergens uit. Vaak is het een tikfout: de melding noemt dan wat u "
        "waarschijnlijk bedoelde. Controleer de naam van het bestand of van de kop. Wijst de link naar een "
        "concept? Haal hem weg tot het concept af is."
    ),
    wrong="Lees ook over [Wijkwerk](../partners/wijk-werk.md).",
    right="Lees ook over [Wijkwerk](../partners/wijkwerk.md).",
)
