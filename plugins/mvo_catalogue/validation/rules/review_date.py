"""review-date: an entry is checked on or after the day it came in, and neither day lies in the future.

Wrong: ``gepubliceerd: 2026-11-21`` with ``gecontroleerd: 2026-11-01``    Right: ``gecontroleerd: 2026-11-21``
"""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import PracticeReview


def check(review: PracticeReview) -> Iterator[Finding]:
    """Yield a finding for a review before publication and for each day after today."""
    practice = review.practice
    for key, day in (("gepubliceerd", practice.published_on), ("gecontroleerd", practice.reviewed_on)):
        if day > review.today:
            yield Finding("review-date", f"{day} ligt in de toekomst. Vul een dag in tot en met vandaag.", (key,))
    if practice.reviewed_on < practice.published_on:
        message = f"“gecontroleerd” ligt vóór “gepubliceerd” ({practice.published_on}). Vul een latere dag in."
        yield Finding("review-date", message, ("gecontroleerd",))
