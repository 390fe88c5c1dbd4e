"""repeated-value: a value stands in a list once.

Wrong: ``themas: [werken, leren, werken]``    Right: ``themas: [werken, leren]``
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from mvo_catalogue.domain.practice import Practice
from mvo_catalogue.reading.markdown import MarkdownText
from mvo_catalogue.validation.finding import Finding


def check(practice: Practice, text: MarkdownText, today: datetime.date) -> Iterator[Finding]:
    """Yield a finding for every value that stands in its list again."""
    for name, field in Practice.model_fields.items():
        values = getattr(practice, name)
        if not isinstance(values, tuple):
            continue
        for index, value in enumerate(values):
            if isinstance(value, str) and value in values[:index]:
                key = field.alias or name
                yield Finding("repeated-value", f"“{value}” staat al in “{key}”. Haal het hier weg.", (key, index))
