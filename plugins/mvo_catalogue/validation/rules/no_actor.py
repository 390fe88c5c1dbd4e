"""no-actor: a practice says who did it, as a housing association or as a partner."""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import PracticeReview

SENTENCE = "Er staat niet wie het deed. Vul “corporaties” in, of “partners”, of allebei."
"""What the finding says; the form in the browser says the same."""


def check(review: PracticeReview) -> Iterator[Finding]:
    """Yield a finding when nobody is named."""
    if not review.practice.actors and review.knows("corporaties", "partners"):
        yield Finding("no-actor", SENTENCE)
