"""Dates that are a day, a month or a year, and the years that a period in words covers."""

import datetime
import re
from functools import cache
from typing import NamedTuple

from mvo_catalogue.texts import Words, load_texts

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


class KnownYears(NamedTuple):
    """Years in which something certainly ran, from ``first`` to ``last``.

    It may be unknown whether it began in the first year, and whether it ended (or still ran) in the last.
    """

    first: int
    last: int
    is_start_known: bool
    is_end_known: bool


class _Form(Words):
    pattern: str
    is_start_known: bool = False
    is_end_known: bool = False


class _PeriodWords(Words):
    pieces: dict[str, str]
    forms: tuple[_Form, ...]


@cache
def _forms() -> list[tuple[re.Pattern[str], _Form]]:
    """Return (pattern, form) for each form of ``texts/periods.yaml``; a piece can contain earlier pieces."""
    words, pieces = load_texts("periods", _PeriodWords), dict[str, str]()
    for name, piece in words.pieces.items():
        pieces[name] = piece.format(**pieces)
    return [(re.compile(form.pattern.format(**pieces), re.IGNORECASE), form) for form in words.forms]


def read_period_text(text: str) -> KnownYears | None:
    """Return the years of a period in words, ``None`` when we do not know the form."""
    for pattern, form in _forms():
        if match := pattern.fullmatch(text.strip()):
            years = [int(year) for year in match.groupdict().values()]
            if years[0] > years[-1]:
                return None
            return KnownYears(years[0], years[-1], form.is_start_known, form.is_end_known)
    return None
