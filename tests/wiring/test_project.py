"""The date of a command (paths are in ``test_check.py``)."""

import datetime
from zoneinfo import ZoneInfo

import pytest

from mvo_catalogue.wiring.project import TIMEZONE, read_today
from pelicanconf import TIMEZONE as PELICAN_TIMEZONE


def seconds(text: str) -> str:
    """Return a moment in Amsterdam as ``SOURCE_DATE_EPOCH`` has it."""
    return str(int(datetime.datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Europe/Amsterdam")).timestamp()))


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-11-20T23:59:59", "2026-11-20"),
        ("2026-11-21T00:00:00", "2026-11-21"),
        ("2026-11-21T00:30:00", "2026-11-21"),  # half past eleven of the day before in UTC
        ("2026-07-01T01:30:00", "2026-07-01"),  # summer time: two hours
        ("2028-02-29T12:00:00", "2028-02-29"),
    ],
)
def test_source_date_epoch_fixes_the_date(monkeypatch, moment, day):
    """In the time zone of Amsterdam."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds(moment))
    monkeypatch.setenv("TZ", "Pacific/Auckland")

    assert read_today() == datetime.date.fromisoformat(day)


def test_timezone_determines_the_date(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds("2026-11-21T00:30:00"))

    assert read_today("Europe/London") == datetime.date(2026, 11, 20)


def test_commands_without_pelican_use_the_time_zone_of_the_site():
    assert TIMEZONE == PELICAN_TIMEZONE


@pytest.mark.parametrize("epoch", [None, ""])
def test_without_source_date_epoch_it_is_today(monkeypatch, epoch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    if epoch is not None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    zone = ZoneInfo(TIMEZONE)
    before = datetime.datetime.now(zone).date()

    assert before <= read_today() <= datetime.datetime.now(zone).date()
