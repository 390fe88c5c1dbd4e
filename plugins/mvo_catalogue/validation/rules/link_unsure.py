"""link-unsure: found by ``links.report``, only when other sites are asked."""

from __future__ import annotations

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="link-unsure",
    severity=Severity.TIP,
    title="Van een link is bekend of hij werkt.",
    explanation=(
        "De site gaf geen duidelijk antwoord: hij was te traag, had een storing of laat programma's niet binnen. "
        "Vaak werkt de link gewoon. Open hem zelf om het zeker te weten. Alleen “mvo links” kijkt hiernaar."
    ),
    wrong="url: https://www.krant.nl/artikel-dat-even-niet-antwoordt",
    right="url: https://www.krant.nl/artikel",
)
