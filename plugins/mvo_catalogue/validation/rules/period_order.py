"""period-order: a period ends in the year in which it starts, or later.

Wrong: ``start: 2018`` with ``eind: 2015``    Right: ``start: 2015`` with ``eind: 2018``
"""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.domain.practice import Period
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import PracticeReview


def check(review: PracticeReview) -> Iterator[Finding]:
    """Yield a finding for an end before the start."""
    period = review.practice.period
    if isinstance(period, Period) and isinstance(period.end, int) and period.end < period.start:
        message = f"“eind” ({period.end}) ligt vóór “start” ({period.start}). Verbeter een van de twee."
        yield Finding("period-order", message, ("periode", "eind"))
