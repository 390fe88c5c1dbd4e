"""few-steps: the approach is a list of at least three steps, so that somebody else can follow it.

Wrong: ``## Aanpak`` with only a paragraph    Right: ``## Aanpak`` with ``1.``, ``2.`` and ``3.``
"""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.domain.practice import APPROACH
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import PracticeReview

LEAST_STEPS = 3


def check(review: PracticeReview) -> Iterator[Finding]:
    """Yield a finding when no list of the approach has enough items."""
    approach = review.practice.body.section(APPROACH)
    steps = review.text.longest_list.get(APPROACH, LEAST_STEPS)
    if approach and approach.html and steps < LEAST_STEPS:
        message = (
            f"“Aanpak” heeft een lijst van minstens {LEAST_STEPS} stappen nodig; de langste lijst heeft er nu {steps}."
        )
        yield Finding("few-steps", message, anchor=approach.anchor)
