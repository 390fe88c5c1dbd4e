"""unknown-key: found in ``validation.schema_errors``."""

from __future__ import annotations

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="unknown-key",
    severity=Severity.ERROR,
    title="Elk veld is een veld dat de catalogus kent.",
    explanation=(
        "Dit veld bestaat niet, dus wat u erin schreef, komt niet op de site. Vaak is het een tikfout; de melding "
        "noemt het veld dat er het meest op lijkt. Past geen enkel veld? Zet de informatie dan in de tekst."
    ),
    wrong=("doelgroep:\n  - jongeren"),
    right=("doelgroepen:\n  - jongeren"),
)
