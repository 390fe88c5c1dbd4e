"""wrong-value: found in ``validation.schema_errors``."""

from __future__ import annotations

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="wrong-value",
    severity=Severity.ERROR,
    title="De waarde past bij het veld.",
    explanation=(
        "Bij een vraag met ja of nee schrijft u true (ja) of false (nee). Andere woorden begrijpt de site hier niet."
    ),
    wrong="concept: nee",
    right="concept: false",
)
