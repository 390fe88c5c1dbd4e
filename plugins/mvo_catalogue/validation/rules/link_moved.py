"""link-moved: found by ``links.report``, only when other sites are asked."""

from __future__ import annotations

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="link-moved",
    severity=Severity.TIP,
    title="Een link wijst naar het nieuwste adres.",
    explanation=(
        "De site stuurt bezoekers van dit adres voorgoed door naar een ander adres. Dat werkt nog, maar niet voor "
        "altijd. Kijk of op het nieuwe adres dezelfde pagina staat en neem het over. Alleen “mvo links” kijkt hiernaar."
    ),
    wrong="url: http://www.aedes.nl/artikelen/oud-adres.html",
    right="url: https://aedes.nl/artikelen/nieuw-adres",
)
