"""wrong-length: found in ``validation.schema_errors``."""

from __future__ import annotations

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="wrong-length",
    severity=Severity.ERROR,
    title="Een tekst of lijst is niet te kort en niet te lang.",
    explanation=(
        "De tekst of lijst moet passen op de plek waar lezers hem zien, zoals in de lijst met resultaten. De "
        "melding zegt hoe lang hij nu is en hoe lang hij mag zijn."
    ),
    wrong="titel: Tuin",
    right="titel: Buren onderhouden samen een tuin",
)
