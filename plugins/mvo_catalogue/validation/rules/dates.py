"""period-order, review-date and stale-review: days that make sense, and are not too long ago."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mvo_catalogue.domain.diagnostic import Diagnostic
from mvo_catalogue.domain.entries import Partner, Period, Practice
from mvo_catalogue.validation.subjects import EntryFile

MONTHS_UNTIL_WARNING = 18


def check_period(file: EntryFile, practice: Practice) -> Iterator[Diagnostic]:
    """Yield an error for an end before the start."""
    period = practice.period
    if isinstance(period, Period) and isinstance(period.end, int) and period.end < period.start:
        yield from file.diagnose.value("period-order", ("periode", "eind"), start=period.start, end=period.end)


def check_days(file: EntryFile) -> Iterator[Diagnostic]:
    """Yield an error for each day of a practice or partner after today, and for a review before publication."""
    entry, days = file.entry, list[tuple[tuple[str, ...], date]]()
    if isinstance(entry, Practice | Partner):
        days.append((("gecontroleerd",), entry.reviewed_on))
    if isinstance(entry, Practice):
        days.append((("gepubliceerd",), entry.published_on))
        if entry.legal_frame:
            days.append((("kader", "gecontroleerd"), entry.legal_frame.reviewed_on))
        if entry.reviewed_on < entry.published_on <= file.today and file.knows("gepubliceerd"):
            yield from file.diagnose.value("review-date", ("gecontroleerd",), "too-early", published=entry.published_on)
    for path, day in days:
        if day > file.today:
            yield from file.diagnose.value("review-date", path, "in-future", day=day)


def check_age(file: EntryFile, practice: Practice) -> Iterator[Diagnostic]:
    """Yield a warning when the last check is too long ago."""
    months = practice.months_since_review(file.today)
    if months > MONTHS_UNTIL_WARNING:
        yield from file.diagnose.value("stale-review", ("gecontroleerd",), months=months)
