"""missing-section: every practice has an approach, and nothing under a heading is left empty."""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.domain.practice import APPROACH
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import PracticeReview

SENTENCE = "De kop “## {heading}” ontbreekt: wat is er stap voor stap gedaan?"
"""What the finding says; the form in the browser says the same."""


def check(review: PracticeReview) -> Iterator[Finding]:
    """Yield a finding when the approach is missing and for every empty section."""
    if review.section(APPROACH) is None:
        lower = next((item for item in review.text.headings if item.text == APPROACH), None)
        hint = f" Gebruik “## {APPROACH}” in plaats van “{'#' * lower.level} {APPROACH}”." if lower else ""
        yield Finding("missing-section", SENTENCE.format(heading=APPROACH) + hint, anchor=lower.anchor if lower else "")
    for section in review.practice.body.sections:
        if section.heading and not section.html:
            message = f"Onder “## {section.heading}” staat niets. Vul het in, of haal de kop weg."
            yield Finding("missing-section", message, anchor=section.anchor)
