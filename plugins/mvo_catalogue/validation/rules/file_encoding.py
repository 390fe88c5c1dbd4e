"""file-encoding: found in ``reading.text``."""

from __future__ import annotations

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="file-encoding",
    severity=Severity.ERROR,
    title="Een bestand is opgeslagen als UTF-8.",
    explanation=(
        "Een computer slaat letters op als getallen. De site gebruikt daarvoor UTF-8; dit bestand gebruikt iets "
        "anders. Letters als é en ë komen dan verkeerd op de pagina. Kies in uw programma bij “Opslaan als” de "
        "tekencodering UTF-8. Het is ook goed mogelijk dat dit geen tekst is, maar bijvoorbeeld een Word-bestand. "
        "Neem dan de tekst over in een nieuw bestand."
    ),
    wrong="Een bestand met de tekencodering Windows-1252 of UTF-16.",
    right="Een bestand met de tekencodering UTF-8.",
)
