"""file-name: found in ``reading.files``."""

from __future__ import annotations

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="file-name",
    severity=Severity.ERROR,
    title="Een bestand heeft een naam die als webadres kan dienen en staat in de goede map.",
    explanation=(
        "De naam van het bestand wordt het adres van de pagina. Gebruik daarom alleen kleine letters zonder "
        "accent, cijfers en streepjes. Een praktijk, partner, thema of pagina eindigt op “.md”, een waardelijst "
        "op “.yaml”. Enkele namen gebruikt de site zelf; de melding zegt dat dan."
    ),
    wrong=("# content/practices/Buurttuin Veenstad.md\ntitel: Buren onderhouden samen een tuin"),
    right=("# content/practices/buurttuin-veenstad.md\ntitel: Buren onderhouden samen een tuin"),
)
