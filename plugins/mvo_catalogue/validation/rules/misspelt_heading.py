"""misspelt-heading: the four fixed headings are written as they are."""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import PracticeReview


def check(review: PracticeReview) -> Iterator[Finding]:
    """Yield a finding for every heading that is almost one of the four, when that one is not there."""
    for section in review.practice.body.sections:
        meant = review.meant(section)
        if meant != section.heading:
            message = f"De kop “{section.heading}” is bijna goed. Bedoelde u “## {meant}”?"
            yield Finding("misspelt-heading", message, anchor=section.anchor)
