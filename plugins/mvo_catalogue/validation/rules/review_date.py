"""review-date: an entry is checked on or after the day it came in, and neither day lies in the future.

Wrong: ``gepubliceerd: 2026-11-21`` with ``gecontroleerd: 2026-11-01``    Right: ``gecontroleerd: 2026-11-21``
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from mvo_catalogue.domain.practice import Practice
from mvo_catalogue.reading.markdown import MarkdownText
from mvo_catalogue.validation.finding import Finding


def check(practice: Practice, text: MarkdownText, today: datetime.date) -> Iterator[Finding]:
    """Yield a finding for a review before publication and for each day after today."""
    for key, day in (("gepubliceerd", practice.published_on), ("gecontroleerd", practice.reviewed_on)):
        if day > today:
            yield Finding("review-date", f"{day} ligt in de toekomst. Vul een dag in tot en met vandaag.", (key,))
    if practice.reviewed_on < practice.published_on:
        message = f"“gecontroleerd” ligt vóór “gepubliceerd” ({practice.published_on}). Vul een latere dag in."
        yield Finding("review-date", message, ("gecontroleerd",))
