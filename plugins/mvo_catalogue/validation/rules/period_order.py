"""period-order: a period ends in the year in which it starts, or later."""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.domain.practice import Period
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import PracticeReview

SENTENCE = "“eind” ({end}) ligt vóór “start” ({start}). Verbeter een van de twee."
"""What the finding says; the form in the browser says the same."""


def check(review: PracticeReview) -> Iterator[Finding]:
    """Yield a finding for an end before the start."""
    period = review.practice.period
    if isinstance(period, Period) and isinstance(period.end, int) and period.end < period.start:
        yield Finding("period-order", SENTENCE.format(start=period.start, end=period.end), ("periode", "eind"))
