"""wrong-number: found in ``validation.schema_errors``."""

from __future__ import annotations

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="wrong-number",
    severity=Severity.ERROR,
    title="Een getal is een heel getal in cijfers, binnen de grenzen.",
    explanation=(
        "Hier hoort een heel getal, zonder woorden, punten of eenheden. De melding zegt het als het te groot of "
        "te klein is. Een uitleg past bij “toelichting” of in de tekst."
    ),
    wrong=("kosten:\n  klasse: 1\n  prijspeil: vorig jaar"),
    right=("kosten:\n  klasse: 1\n  prijspeil: 2025"),
)
