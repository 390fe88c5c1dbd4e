"""section-order: the four headings of a practice stand in a fixed order, once each.

Wrong: ``## Lessen`` before ``## Aanpak``    Right: Aanleiding, Aanpak, Resultaten, Lessen
"""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.domain.practice import SECTION_ORDER
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import PracticeReview


def check(review: PracticeReview) -> Iterator[Finding]:
    """Yield a finding for every fixed heading that comes too late or twice, or after another heading."""
    seen: list[str] = []
    for section in review.practice.body.sections:
        heading = section.heading
        if heading in SECTION_ORDER:
            if heading in seen:
                yield Finding(
                    "section-order",
                    f"De kop “{heading}” staat er twee keer. Maak er één van.",
                    heading=heading,
                )
            elif late := [other for other in seen if _rank(other) > _rank(heading)]:
                order = ", ".join(SECTION_ORDER)
                message = (
                    f"De kop “{heading}” hoort vóór “{late[0]}”. De volgorde is: {order}, en daarna andere koppen."
                )
                yield Finding("section-order", message, heading=heading)
        seen.append(heading)


def _rank(heading: str) -> int:
    return SECTION_ORDER.index(heading) if heading in SECTION_ORDER else len(SECTION_ORDER)
