"""yaml-feature: found in ``reading.yaml_values``."""

from __future__ import annotations

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="yaml-feature",
    severity=Severity.ERROR,
    title="De gegevens gebruiken alleen velden, teksten en lijsten.",
    explanation=(
        "De schrijfwijze van de gegevens (YAML) kan meer dan nodig is, zoals verwijzingen met & en *. Dat is voor "
        "anderen moeilijk te lezen. Schrijf elke waarde voluit. Begint uw tekst echt met zo’n teken? Zet hem "
        "tussen aanhalingstekens."
    ),
    wrong=("themas: &mijn-themas\n  - wonen"),
    right=("themas:\n  - wonen"),
)
