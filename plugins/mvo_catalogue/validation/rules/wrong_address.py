"""wrong-address: found in ``validation.schema_errors``."""

from __future__ import annotations

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="wrong-address",
    severity=Severity.ERROR,
    title="Een webadres of e-mailadres is volledig.",
    explanation=(
        "Dit adres werkt zo niet als link. Open de pagina in uw browser en neem het hele adres over, met https:// "
        "ervoor. Een e-mailadres ziet eruit als mvo@voorbeeld.nl."
    ),
    wrong="contact: www.voorbeeld.nl",
    right="contact: https://www.voorbeeld.nl",
)
