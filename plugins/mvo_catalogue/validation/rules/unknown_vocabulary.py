"""unknown-vocabulary: found in ``validation.entries``."""

from __future__ import annotations

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="unknown-vocabulary",
    severity=Severity.ERROR,
    title="Elke waardelijst heeft een naam die de site kent.",
    explanation=(
        "De site leest alleen de waardelijsten die zij kent; een ander bestand in deze map doet niets. De melding "
        "noemt de namen. Geef het bestand de goede naam, of verwijder het."
    ),
    wrong=("# content/vocabularies/doelgroep.yaml\nbuurtbewoners:\n  naam: Buurtbewoners"),
    right=("# content/vocabularies/doelgroepen.yaml\nbuurtbewoners:\n  naam: Buurtbewoners"),
)
