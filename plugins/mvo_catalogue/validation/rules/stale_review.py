"""stale-review: an entry is checked again within eighteen months."""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import PracticeReview

MONTHS_UNTIL_WARNING = 18


def check(review: PracticeReview) -> Iterator[Finding]:
    """Yield a warning when the last check is too long ago."""
    months = review.practice.months_since_review(review.today)
    if months > MONTHS_UNTIL_WARNING:
        message = f"Voor het laatst nagekeken: {months} maanden geleden. Kijk de bronnen na en pas de datum aan."
        yield Finding("stale-review", message, ("gecontroleerd",))
