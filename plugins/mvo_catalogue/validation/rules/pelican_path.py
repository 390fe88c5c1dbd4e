"""pelican-path: found in ``reading.markdown``."""

from __future__ import annotations

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="pelican-path",
    severity=Severity.ERROR,
    title="Een link heeft geen woord tussen accolades.",
    explanation=(
        "Vormen als {filename} horen bij andere sites. Hier schrijft u gewoon het pad naar het bestand, gezien "
        "vanuit het bestand waarin u werkt."
    ),
    wrong="Lees ook over [Wijkwerk]({filename}../partners/wijkwerk.md).",
    right="Lees ook over [Wijkwerk](../partners/wijkwerk.md).",
)
