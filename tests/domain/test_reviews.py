"""Entries become stale after eighteen months, spread over three."""

import datetime

import pytest

from mvo_catalogue.domain.reviews import find_reviews, months_between, stale_from
from tests.factories import make_partner, make_practice, make_topic

DAY = datetime.date(2026, 11, 21)


def test_entries_reviewed_on_one_day_become_stale_over_three_months():
    """Not before eighteen months, and only a few per day."""
    days = [stale_from(f"praktijk-{number}", DAY) for number in range(300)]
    assert min(days) >= datetime.date(2028, 5, 21)
    assert max(days) < datetime.date(2028, 8, 22)
    assert len(set(days)) > 80
    assert max(map(days.count, days)) < 15
    assert days == [stale_from(f"praktijk-{number}", DAY) for number in range(300)]


def test_practices_partners_and_legal_remarks_become_stale():
    """Each at the place of its date; a theme has no review."""
    frame = {"grondslag": "woningwet", "gecontroleerd": "2025-01-31"}
    practice = make_practice("a", kader=frame)
    assert [review.path for review in find_reviews(practice)] == [("gecontroleerd",), ("kader", "gecontroleerd")]
    assert find_reviews(practice)[1].reviewed_on == datetime.date(2025, 1, 31)
    assert [review.path for review in find_reviews(make_partner("b"))] == [("gecontroleerd",)]
    assert find_reviews(make_topic()) == []


@pytest.mark.parametrize("day", [datetime.date(2024, 8, 31), datetime.date(9999, 12, 31), datetime.date(1, 1, 1)])
def test_every_date_has_a_stale_date(day):
    """The last day of a shorter month, and never after the last year of Python."""
    assert stale_from("x", day) >= day


@pytest.mark.parametrize(
    ("reviewed", "today", "months"),
    [
        ("2026-11-21", "2026-11-21", 0),
        ("2026-10-22", "2026-11-21", 0),
        ("2026-10-21", "2026-11-21", 1),
        ("2025-05-21", "2026-11-21", 18),
        ("2025-05-22", "2026-11-21", 17),
        ("2023-11-21", "2026-11-21", 36),
        ("2026-01-31", "2026-02-28", 0),
        ("2026-12-01", "2026-11-21", -1),
    ],
)
def test_age_counts_whole_months(reviewed, today, months):
    day = datetime.date.fromisoformat

    assert months_between(day(reviewed), day(today)) == months
