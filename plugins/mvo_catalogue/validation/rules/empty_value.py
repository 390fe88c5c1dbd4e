"""empty-value: found in ``validation.schema_errors``."""

from __future__ import annotations

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="empty-value",
    severity=Severity.ERROR,
    title="Een veld dat er staat, is ingevuld.",
    explanation=(
        "Dit veld heeft geen waarde. Weet u het antwoord? Vul het in. Weet u het niet? Haal dan de hele regel "
        "weg: de site zegt zelf dat iets niet bekend is."
    ),
    wrong="plaatsen:",
    right=("plaatsen:\n  - Veenstad"),
)
