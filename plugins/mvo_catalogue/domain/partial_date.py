"""Dates of sources: a day, a month or only a year, as exact as the source is."""

from __future__ import annotations

import datetime
import re

_PARTIAL_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?", re.ASCII)


def parse_partial_date(text: str) -> tuple[int, int | None, int | None]:
    """Return year, month and day of ``2018``, ``2018-01`` or ``2018-01-31``; what is unknown is ``None``.

    Raises:
        ValueError: the text has another form, or the date does not exist.
    """
    match = _PARTIAL_DATE.fullmatch(text)
    if match is None:
        raise ValueError(text)
    year, month, day = (int(part) if part else None for part in match.group("year", "month", "day"))
    assert year is not None
    datetime.date(year, 1 if month is None else month, 1 if day is None else day)
    return year, month, day
