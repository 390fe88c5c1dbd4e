"""period-order: a period ends in the year in which it starts, or later."""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.domain.practice import Period
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import PracticeReview
from mvo_catalogue.validation.rule import Rule

RULE = Rule(
    id="period-order",
    severity=Severity.ERROR,
    title="Een periode eindigt niet voordat zij begint.",
    explanation=(
        "Het jaar bij “eind” ligt vóór het jaar bij “start”. Waarschijnlijk zijn de twee omgewisseld, of is er "
        "een tikfout. Kijk in de bron welk jaar goed is."
    ),
    wrong=("periode:\n  start: 2018\n  eind: 2015"),
    right=("periode:\n  start: 2015\n  eind: 2018"),
)

SENTENCE = "“eind” ({end}) ligt vóór “start” ({start}). Verbeter een van de twee."
"""What the finding says; the form in the browser says the same."""


def check(review: PracticeReview) -> Iterator[Finding]:
    """Yield a finding for an end before the start."""
    period = review.practice.period
    if isinstance(period, Period) and isinstance(period.end, int) and period.end < period.start:
        yield Finding(RULE, SENTENCE.format(start=period.start, end=period.end), ("periode", "eind"))
