"""section-order: the four headings of a practice stand in a fixed order, once each, before all others."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from mvo_catalogue.domain.body import Section
from mvo_catalogue.domain.practice import APPROACH, SECTION_ORDER
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import PracticeReview


def check(review: PracticeReview) -> Iterator[Finding]:
    """Yield a finding for every fixed heading that is there again, and for the first that comes too late."""
    sections: dict[str, Section] = {}
    for section in review.practice.body.sections:
        if section.heading in SECTION_ORDER and section.heading in sections:
            message = f"De kop “{section.heading}” staat er twee keer. Maak er één van."
            yield Finding("section-order", message, anchor=section.anchor)
        if section.heading:
            sections.setdefault(review.meant(section), section)
    others_count = APPROACH in sections  # without it, one of the others may be the approach under another name
    in_order = [(_rank(name), section) for name, section in sections.items() if others_count or name in SECTION_ORDER]
    for (rank_before, before), (rank, section) in pairwise(in_order):
        if rank < rank_before:
            order = ", ".join(SECTION_ORDER)
            message = f"De kop “{section.heading}” hoort vóór “{before.heading}”. De volgorde is: {order}, dan andere."
            yield Finding("section-order", message, anchor=section.anchor)
            return


def _rank(heading: str) -> int:
    return SECTION_ORDER.index(heading) if heading in SECTION_ORDER else len(SECTION_ORDER)
