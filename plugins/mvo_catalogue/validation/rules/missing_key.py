"""missing-key: found in ``validation.schema_errors``."""

from __future__ import annotations

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="missing-key",
    severity=Severity.ERROR,
    title="Elk verplicht veld staat er.",
    explanation=(
        "Zonder dit veld kan de pagina niet worden gemaakt. De melding zegt wat erin hoort. Voeg het veld toe op "
        "een eigen regel."
    ),
    wrong=("bronnen:\n  - titel: De tuin is open"),
    right=("bronnen:\n  - titel: De tuin is open\n    uitgever: Buurtkrant Veenstad"),
)
