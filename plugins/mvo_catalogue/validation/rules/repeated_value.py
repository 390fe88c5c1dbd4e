"""repeated-value: a value stands in a list once."""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.domain.practice import Practice
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import PracticeReview
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="repeated-value",
    severity=Severity.ERROR,
    title="Een waarde staat één keer in een lijst.",
    explanation=(
        "Deze waarde staat al in de lijst. Twee keer noemen voegt niets toe. Haal er één weg. Bedoelde u iets "
        "anders? Vul dat dan in."
    ),
    wrong=("themas:\n  - wonen\n  - werken\n  - wonen"),
    right=("themas:\n  - wonen\n  - werken"),
)

SENTENCE = "“{value}” staat al in “{key}”. Haal het hier weg."
"""What the finding says; the form in the browser says the same."""


def check(review: PracticeReview) -> Iterator[Finding]:
    """Yield a finding for every value that stands in its list again."""
    for name, values in review.practice:
        if not isinstance(values, tuple):
            continue
        for index, value in enumerate(values):
            if isinstance(value, str) and value in values[:index]:
                key = Practice.model_fields[name].alias or name
                yield Finding(RULE, SENTENCE.format(value=value, key=key), (key, index))
