"""file-link: found in ``reading.files``."""

from __future__ import annotations

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="file-link",
    severity=Severity.ERROR,
    title="Een bestand is een echt bestand en geen verwijzing.",
    explanation=(
        "Dit is een snelkoppeling (symbolic link) naar een andere plek. Zo kan er iets op de site komen dat er "
        "niet hoort. Zet het bestand zelf op deze plek."
    ),
    wrong="content/practices/buurttuin.md is een snelkoppeling naar een bestand in een andere map.",
    right="content/practices/buurttuin.md is zelf het bestand.",
)
