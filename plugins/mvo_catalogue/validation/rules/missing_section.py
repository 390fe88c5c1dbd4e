"""missing-section: every practice has an approach, and nothing under a heading is left empty.

Wrong: no heading "Aanpak", or a heading with nothing under it    Right: ``## Aanpak`` followed by steps
"""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.domain.practice import APPROACH, SECTION_ORDER
from mvo_catalogue.reading.nearest import suggest_nearest
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import PracticeReview


def check(review: PracticeReview) -> Iterator[Finding]:
    """Yield a finding when the approach is missing and for every empty section."""
    practice = review.practice
    headings = [section.heading for section in practice.body.sections]
    if APPROACH not in headings:
        near = [heading for heading in headings if suggest_nearest(heading, SECTION_ORDER) == APPROACH]
        hint = f" Bedoelde u “## {APPROACH}” in plaats van “## {near[0]}”?" if near else ""
        yield Finding("missing-section", f"De kop “## {APPROACH}” ontbreekt: wat is er stap voor stap gedaan?{hint}")
    for section in practice.body.sections:
        if not section.html:
            message = f"Onder “## {section.heading}” staat niets. Vul het in, of haal de kop weg."
            yield Finding("missing-section", message, heading=section.heading)
