"""When an entry has to be reviewed again: the one place that says what is stale.

A review holds for eighteen months, and so does that of the law in a practice. Entries that were reviewed on one day
would all be due on one day; so each gets up to three months more, which follow from its slug.
"""

import calendar
import datetime
from typing import NamedTuple
from zlib import crc32

from mvo_catalogue.domain.entries import Partner, Practice, review_path
from mvo_catalogue.domain.model import ValuePath

MONTHS_BEFORE_STALE = 18
SPREAD_DAYS = 92


class Review(NamedTuple):
    """A review: the file and path of its date, the date, and the first day on which it is stale."""

    file: str
    path: ValuePath
    reviewed_on: datetime.date
    stale_from: datetime.date

    @property
    def key(self) -> str:
        """Return where it is written, as ``kader.gecontroleerd``."""
        return ".".join(map(str, self.path))


def find_reviews(entry: object) -> list[Review]:
    """Return every review that an entry records; only practices and partners do."""
    if not isinstance(entry, Practice | Partner):
        return []
    days: list[tuple[ValuePath, datetime.date]] = [(review_path(entry.review), entry.reviewed_on)]
    if isinstance(entry, Practice) and entry.legal_frame:
        days.append((("kader", "gecontroleerd"), entry.legal_frame.reviewed_on))
    return [Review(entry.path, path, day, stale_from(entry.slug, day)) for path, day in days]


def stale_from(slug: str, reviewed_on: datetime.date) -> datetime.date:
    """Return the first day on which what was checked on ``reviewed_on`` is stale."""
    year, month = divmod(reviewed_on.year * 12 + reviewed_on.month - 1 + MONTHS_BEFORE_STALE, 12)
    try:
        day = min(reviewed_on.day, calendar.monthrange(year, month + 1)[1])
        return datetime.date(year, month + 1, day) + datetime.timedelta(crc32(slug.encode()) % SPREAD_DAYS)
    except (ValueError, OverflowError):  # after the last year that Python knows
        return datetime.date.max


def months_between(day: datetime.date, today: datetime.date) -> int:
    """Return the number of whole months between two dates."""
    months = (today.year - day.year) * 12 + today.month - day.month
    return months - (today.day < day.day)
