"""file-case: found in ``reading.files``."""

from __future__ import annotations

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="file-case",
    severity=Severity.ERROR,
    title="Twee bestandsnamen verschillen in meer dan hoofdletters.",
    explanation=(
        "Op veel computers zijn deze twee namen hetzelfde. Het ene bestand komt dan over het andere heen en een "
        "tekst gaat verloren. Geef een van de twee een andere naam, met alleen kleine letters."
    ),
    wrong=("# content/practices/Portieken.md\ntitel: Leerlingen knappen portieken op"),
    right=("# content/practices/portieken-veenstad.md\ntitel: Leerlingen knappen portieken op"),
)
