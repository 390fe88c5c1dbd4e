"""few-steps: the approach is a list of at least three steps, so that somebody else can follow it."""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.domain.practice import APPROACH, LEAST_STEPS
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import PracticeReview

SENTENCE = "“Aanpak” heeft een lijst van minstens {least} stappen nodig; de langste lijst heeft er nu {steps}."
"""What the finding says; the form in the browser says the same."""


def check(review: PracticeReview) -> Iterator[Finding]:
    """Yield a finding when no list of the approach has enough items."""
    approach = review.practice.body.section(APPROACH)
    steps = review.text.longest_list.get(APPROACH, LEAST_STEPS)
    if approach and approach.html and steps < LEAST_STEPS:
        yield Finding("few-steps", SENTENCE.format(least=LEAST_STEPS, steps=steps), anchor=approach.anchor)
