"""wrong-type: found in ``validation.schema_errors``."""

from __future__ import annotations

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="wrong-type",
    severity=Severity.ERROR,
    title="Bij een veld staat wat erbij hoort: één tekst, een lijst of eigen velden.",
    explanation=(
        "Een lijst bestaat uit regels die inspringen en met een streepje beginnen, ook als er maar één waarde is. "
        "Eén tekst staat achter de dubbele punt. Staat er in de tekst zelf een dubbele punt? Zet de hele tekst "
        "dan tussen aanhalingstekens."
    ),
    wrong="themas: wonen",
    right=("themas:\n  - wonen"),
)
