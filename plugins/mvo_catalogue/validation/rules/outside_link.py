"""outside-link: found in ``reading.markdown``."""

from __future__ import annotations

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="outside-link",
    severity=Severity.ERROR,
    title="Een link naar een bestand blijft binnen de map content.",
    explanation=(
        "Dit bestand staat buiten de map content en komt dus niet op de site. Wijs naar een bestand in de map "
        "content, of gebruik een volledig webadres."
    ),
    wrong="Lees [het besluit](../../besluiten/tuin.md).",
    right="Lees [het besluit](https://voorbeeld.nl/besluiten/tuin).",
)
