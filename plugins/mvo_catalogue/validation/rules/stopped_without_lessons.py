"""stopped-without-lessons: who stopped tells what others can learn from it."""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.domain.practice import LESSONS
from mvo_catalogue.domain.values import Phase
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import PracticeReview

SENTENCE = "Bij “fase: gestopt” hoort een kop “## Lessen”: wat kunnen anderen ervan leren?"
"""What the finding says; the form in the browser says the same."""


def check(review: PracticeReview) -> Iterator[Finding]:
    """Yield a finding when a stopped practice has no lessons."""
    if review.practice.phase is Phase.STOPPED and review.section(LESSONS) is None:
        yield Finding("stopped-without-lessons", SENTENCE, ("fase",))
