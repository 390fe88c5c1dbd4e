"""repeated-value: a value stands in a list once."""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.domain.practice import Practice
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import PracticeReview

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
                yield Finding("repeated-value", SENTENCE.format(value=value, key=key), (key, index))
