"""unsafe-link: found in ``reading.markdown``."""

from __future__ import annotations

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="unsafe-link",
    severity=Severity.ERROR,
    title="Een link begint met https:// of is een bestand van de catalogus.",
    explanation=(
        "Deze link werkt alleen op uw eigen computer, of kan voor lezers onveilig zijn. Gebruik een volledig "
        "webadres, een e-mailadres met mailto: ervoor, of het pad naar een bestand van de catalogus."
    ),
    wrong="Lees [ons verslag](file:///N:/mvo/verslag.docx).",
    right="Lees [ons verslag](https://voorbeeld.nl/verslag).",
)
