"""empty-heading, heading-level, and of practices: misspelt-heading, missing-section, section-order and few-steps."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from mvo_catalogue.domain.body import Section
from mvo_catalogue.domain.diagnostic import Diagnostic
from mvo_catalogue.domain.entries import APPROACH, LEAST_STEPS, SECTION_ORDER, Practice
from mvo_catalogue.validation.subjects import EntryFile


def check_levels(file: EntryFile) -> Iterator[Diagnostic]:
    """Yield an error for every heading without words, of level one, or of a level that skips another."""
    level = 1
    for heading in file.markdown.headings:
        if not heading.text:
            yield from file.diagnose.heading("empty-heading", heading.anchor)
        if heading.level == 1:
            yield from file.diagnose.heading("heading-level", heading.anchor, "one")
        elif heading.level > level + 1:
            yield from file.diagnose.heading("heading-level", heading.anchor, "skipped", marks="#" * (level + 1))
        level = max(heading.level, 2)


def check_fixed_headings(file: EntryFile, _practice: Practice) -> Iterator[Diagnostic]:
    """Yield what is wrong with the four headings that every practice uses, and with what stands under headings."""
    for check in (_check_spelling, _check_sections, _check_order, _check_steps):
        yield from check(file)


def _check_spelling(file: EntryFile) -> Iterator[Diagnostic]:
    """Yield an error for every heading that is almost one of the four, when that one is not there."""
    for section in file.markdown.body.sections:
        meant = file.meant(section)
        if meant != section.heading:
            yield from file.diagnose.heading("misspelt-heading", section.anchor, heading=section.heading, meant=meant)


def _check_sections(file: EntryFile) -> Iterator[Diagnostic]:
    """Yield an error when the approach is missing, and for every empty section."""
    if file.section(APPROACH) is None:
        lower = next((item for item in file.markdown.headings if item.text == APPROACH), None)
        if lower is None:
            yield from file.diagnose.file("missing-section", "missing", heading=APPROACH)
        else:
            marks = "#" * lower.level
            yield from file.diagnose.heading(
                "missing-section", lower.anchor, "other-level", heading=APPROACH, marks=marks
            )
    for section in file.markdown.body.sections:
        if section.heading and not section.html:
            yield from file.diagnose.heading("missing-section", section.anchor, "empty", heading=section.heading)


def _check_order(file: EntryFile) -> Iterator[Diagnostic]:
    """Yield an error for every fixed heading that is there again, and for the first that comes too late."""
    sections: dict[str, Section] = {}
    for section in file.markdown.body.sections:
        if section.heading in SECTION_ORDER and section.heading in sections:
            yield from file.diagnose.heading("section-order", section.anchor, "twice", heading=section.heading)
        if section.heading:
            sections.setdefault(file.meant(section), section)
    others_count = APPROACH in sections  # without it, one of the others may be the approach under another name
    in_order = [(_rank(name), section) for name, section in sections.items() if others_count or name in SECTION_ORDER]
    for (rank_before, before), (rank, section) in pairwise(in_order):
        if rank < rank_before:
            yield from file.diagnose.heading(
                "section-order",
                section.anchor,
                "too-late",
                heading=section.heading,
                before=before.heading,
                order=", ".join(SECTION_ORDER),
            )
            return


def _rank(heading: str) -> int:
    return SECTION_ORDER.index(heading) if heading in SECTION_ORDER else len(SECTION_ORDER)


def _check_steps(file: EntryFile) -> Iterator[Diagnostic]:
    """Yield an error when no list of the approach has enough items."""
    approach = file.markdown.body.section(APPROACH)
    steps = file.markdown.longest_list.get(APPROACH, LEAST_STEPS)
    if approach and approach.html and steps < LEAST_STEPS:
        yield from file.diagnose.heading("few-steps", approach.anchor, least=LEAST_STEPS, steps=steps)
