"""wrong-date: found in ``validation.schema_errors``."""

from __future__ import annotations

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="wrong-date",
    severity=Severity.ERROR,
    title="Een datum is geschreven als jaar-maand-dag en bestaat.",
    explanation=(
        "Schrijf eerst het jaar, dan de maand, dan de dag, met streepjes ertussen. Zo is er nooit twijfel over "
        "dag en maand. Bij een bron mag ook alleen het jaar, of het jaar en de maand."
    ),
    wrong="gecontroleerd: 20-11-2026",
    right="gecontroleerd: 2026-11-20",
)
