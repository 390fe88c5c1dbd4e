"""front-matter: found in ``reading.front_matter``."""

from __future__ import annotations

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="front-matter",
    severity=Severity.ERROR,
    title="Een bestand begint met gegevens tussen twee regels met drie streepjes.",
    explanation=(
        "Aan de streepjes zien wij waar de gegevens beginnen en waar de tekst begint. Zet op de eerste regel drie "
        "streepjes, daaronder de velden en daarna weer een regel met drie streepjes. Zet er niets vóór, ook geen "
        "lege regel."
    ),
    wrong=("titel: Buren onderhouden samen een tuin\n\n## Aanpak"),
    right=("---\ntitel: Buren onderhouden samen een tuin\n---\n\n## Aanpak"),
)
