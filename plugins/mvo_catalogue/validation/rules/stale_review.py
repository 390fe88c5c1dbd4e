"""stale-review: an entry is checked again within eighteen months.

Wrong: ``gecontroleerd`` two years ago    Right: ``gecontroleerd`` this year
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.domain.practice import Practice
from mvo_catalogue.reading.markdown import MarkdownText
from mvo_catalogue.validation.finding import Finding



MONTHS_UNTIL_WARNING = 18


def check(practice: Practice, text: MarkdownText, today: datetime.date) -> Iterator[Finding]:
    """Yield a warning when the last check is too long ago."""
    months = practice.months_since_review(today)
    if months > MONTHS_UNTIL_WARNING:
        message = f"Deze praktijk is {months} maanden geleden nagekeken. Lees de bronnen na en pas de datum aan."
        yield Finding("stale-review", message, ("gecontroleerd",), severity=Severity.WARNING)
