"""hidden-character: found in ``reading.text, reading.yaml_values and reading.markdown``."""

from __future__ import annotations

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="hidden-character",
    severity=Severity.ERROR,
    title="Er staan geen onzichtbare tekens in een bestand.",
    explanation=(
        "Hier staat een teken dat u niet ziet. Zulke tekens komen vaak mee bij het plakken uit Word of van een "
        "webpagina. Een lezer vindt het woord dan niet met zoeken. Typ de regel opnieuw, zonder te plakken."
    ),
    wrong='titel: "Buren onderhouden\\u200b samen een tuin"',
    right='titel: "Buren onderhouden samen een tuin"',
)
