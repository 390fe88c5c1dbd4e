"""The day of the build, which review dates are judged against."""

from __future__ import annotations

import datetime
import os


def read_today() -> datetime.date:
    """Return today, or the day of ``SOURCE_DATE_EPOCH`` (seconds since 1970, UTC) for a build that can be repeated."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.datetime.now(datetime.UTC)
    return (datetime.datetime.fromtimestamp(int(epoch), datetime.UTC) if epoch else now).date()
