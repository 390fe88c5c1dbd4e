"""link-private: found by ``links.report``, only when other sites are asked."""

from __future__ import annotations

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="link-private",
    severity=Severity.ERROR,
    title="Iedereen kan een link openen.",
    explanation=(
        "Dit adres werkt alleen binnen het netwerk van een kantoor of op één computer. Lezers komen er niet. "
        "Zet er het openbare adres neer, of haal de link weg. Alleen “mvo links” kijkt hiernaar."
    ),
    wrong="url: http://192.168.1.10/jaarverslag.pdf",
    right="url: https://www.voorbeeldcorporatie.nl/jaarverslag.pdf",
)
