"""The day of the build."""

from __future__ import annotations

import datetime

import pytest

from mvo_catalogue.wiring.today import read_today


@pytest.mark.parametrize(
    ("epoch", "day"),
    [("0", "1970-01-01"), ("1795219200", "2026-11-21"), ("1795219199", "2026-11-20"), ("1795305599", "2026-11-21")],
)
def test_the_environment_fixes_the_day(monkeypatch, epoch, day):
    """Seconds since 1970 in UTC are a day, wherever the build runs."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    monkeypatch.setenv("TZ", "Pacific/Auckland")

    assert read_today() == datetime.date.fromisoformat(day)


@pytest.mark.parametrize("epoch", [None, ""])
def test_otherwise_it_is_today(monkeypatch, epoch):
    """Without the variable, or with an empty one, the clock counts."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    if epoch is not None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    before = datetime.datetime.now(datetime.UTC).date()

    assert before <= read_today() <= datetime.datetime.now(datetime.UTC).date()
