"""duplicate-key: found in ``reading.yaml_values``."""

from __future__ import annotations

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="duplicate-key",
    severity=Severity.ERROR,
    title="Elk veld staat er één keer.",
    explanation=(
        "Dit veld staat er twee keer. Wij weten niet welke van de twee u bedoelt. Haal er één weg. Wilt u meer "
        "waarden geven? Zet ze dan als lijst onder één veld."
    ),
    wrong=("fase: proef\nfase: lopend"),
    right="fase: lopend",
)
