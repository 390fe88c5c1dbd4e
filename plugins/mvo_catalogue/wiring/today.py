"""The day of the build, which review dates are judged against."""

from __future__ import annotations

import datetime
import os
from zoneinfo import ZoneInfo

TIMEZONE = "Europe/Amsterdam"
"""Where the catalogue is made: an entry that is written there after midnight has the date of that day."""


def read_today(timezone: str = TIMEZONE) -> datetime.date:
    """Return the day it is now in ``timezone`` (a name as in Pelican's ``TIMEZONE``).

    ``SOURCE_DATE_EPOCH`` (seconds since 1970) is the moment of a build that can be repeated, instead of now.
    """
    zone = ZoneInfo(timezone)
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return (datetime.datetime.fromtimestamp(int(epoch), zone) if epoch else datetime.datetime.now(zone)).date()
