"""raw-html: found in ``reading.markdown``."""

from __future__ import annotations

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="raw-html",
    severity=Severity.ERROR,
    title="De tekst bevat geen HTML.",
    explanation=(
        "HTML kan de pagina onleesbaar of onveilig maken. Gebruik Markdown: twee sterretjes om een woord maken het "
        "vet, een streepje vooraan de regel maakt een lijst. Wilt u een kleiner-dan-teken laten zien? Zet het stuk "
        "dan tussen schuine accenten, als code."
    ),
    wrong="De tuin is <b>altijd open</b>.",
    right="De tuin is **altijd open**.",
)
