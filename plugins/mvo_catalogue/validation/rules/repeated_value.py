"""repeated-value: a value stands in a list once.

Wrong: ``themas: [werken, leren, werken]``    Right: ``themas: [werken, leren]``
"""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.domain.practice import Practice
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import PracticeReview


def check(review: PracticeReview) -> Iterator[Finding]:
    """Yield a finding for every value that stands in its list again."""
    for name, field in Practice.model_fields.items():
        values = getattr(review.practice, name)
        if not isinstance(values, tuple):
            continue
        for index, value in enumerate(values):
            if isinstance(value, str) and value in values[:index]:
                key = field.alias or name
                yield Finding("repeated-value", f"“{value}” staat al in “{key}”. Haal het hier weg.", (key, index))
