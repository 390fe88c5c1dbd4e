"""stopped-without-lessons: who stopped tells what others can learn from it.

Wrong: ``fase: gestopt`` without a heading "Lessen"    Right: ``fase: gestopt`` and ``## Lessen``
"""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.domain.practice import LESSONS
from mvo_catalogue.domain.values import Phase
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import PracticeReview


def check(review: PracticeReview) -> Iterator[Finding]:
    """Yield a finding when a stopped practice has no lessons."""
    if review.practice.phase is Phase.STOPPED and review.section(LESSONS) is None:
        message = "Bij “fase: gestopt” hoort een kop “## Lessen”: wat kunnen anderen ervan leren?"
        yield Finding("stopped-without-lessons", message, ("fase",))
