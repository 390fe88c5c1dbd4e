"""missing-section: every practice has an approach, and nothing under a heading is left empty.

Wrong: no heading "Aanpak", or a heading with nothing under it    Right: ``## Aanpak`` followed by steps
"""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.domain.practice import APPROACH
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import PracticeReview


def check(review: PracticeReview) -> Iterator[Finding]:
    """Yield a finding when the approach is missing and for every empty section."""
    if review.section(APPROACH) is None:
        lower = next((item for item in review.text.headings if item.text == APPROACH), None)
        hint = f" Gebruik “## {APPROACH}” in plaats van “{'#' * lower.level} {APPROACH}”." if lower else ""
        message = f"De kop “## {APPROACH}” ontbreekt: wat is er stap voor stap gedaan?{hint}"
        yield Finding("missing-section", message, anchor=lower.anchor if lower else "")
    for section in review.practice.body.sections:
        if section.heading and not section.html:
            message = f"Onder “## {section.heading}” staat niets. Vul het in, of haal de kop weg."
            yield Finding("missing-section", message, anchor=section.anchor)
