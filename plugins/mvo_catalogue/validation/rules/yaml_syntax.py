"""yaml-syntax: found in ``reading.yaml_values``."""

from __future__ import annotations

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="yaml-syntax",
    severity=Severity.ERROR,
    title="De gegevens zijn goed opgeschreven.",
    explanation=(
        "Hier kon de computer niet verder lezen. Meestal staat er een dubbele punt in een tekst, ontbreekt er een "
        "aanhalingsteken of springt een regel te ver in. Kijk op deze regel en de regel erboven. Zet een tekst "
        "met een dubbele punt tussen aanhalingstekens."
    ),
    wrong="titel: Samen buiten: buren onderhouden een tuin",
    right='titel: "Samen buiten: buren onderhouden een tuin"',
)
