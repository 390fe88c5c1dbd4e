"""link-gone: found by ``links.report``, only when other sites are asked."""

from __future__ import annotations

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="link-gone",
    severity=Severity.ERROR,
    title="Een link naar een andere site werkt.",
    explanation=(
        "De site zegt dat deze pagina er niet meer is, of de site zelf bestaat niet meer. Zoek op de site naar de "
        "pagina en zet het nieuwe adres erin. Is zij echt weg? Zoek haar op in web.archive.org en zet dat adres bij "
        "“archief”: dan kunnen lezers de bron toch bekijken, en wordt deze fout een waarschuwing. "
        "Alleen “mvo links” kijkt hiernaar."
    ),
    wrong="url: https://www.platform31.nl/een-pagina-die-weg-is",
    right=(
        "url: https://www.platform31.nl/een-pagina-die-weg-is\n"
        "archief: https://web.archive.org/web/2021/https://www.platform31.nl/een-pagina-die-weg-is"
    ),
)
