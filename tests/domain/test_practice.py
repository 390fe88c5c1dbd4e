"""Practices: order, age and the values that are more than text."""

from __future__ import annotations

import datetime

import pytest
from pydantic import ValidationError

from mvo_catalogue.domain.practice import Period, newest_first, strongest_first
from mvo_catalogue.domain.values import EvidenceLevel, Scale
from tests.factories import make_practice


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
    """A month has passed on the same day of the next month, not before."""
    practice = make_practice(gepubliceerd="2020-01-01", gecontroleerd=reviewed)

    assert practice.months_since_review(datetime.date.fromisoformat(today)) == months


@pytest.mark.parametrize(
    ("period", "years"),
    [
        (None, []),
        ("voorjaar 2018", []),
        ({"start": "2018"}, [2018]),
        ({"start": "2018", "eind": "2018"}, [2018]),
        ({"start": "2016", "eind": "2018"}, [2016, 2017, 2018]),
        ({"start": "2024", "eind": "lopend"}, [2024, 2025, 2026]),
        ({"start": "2027", "eind": "lopend"}, [2027]),
    ],
)
def test_years_are_those_in_which_it_surely_ran(period, years):
    """Words are not guessed at, an end that is not known is not made up, and what runs did so when it was checked."""
    assert list(make_practice(periode=period, gecontroleerd="2026-11-20").years) == years


def test_strongest_evidence_comes_first():
    """Evidence decides, then the newest, then the slug."""
    described = make_practice("a", onderbouwing="beschreven", gepubliceerd="2026-11-20")
    old = make_practice("b", onderbouwing="gemeten", gepubliceerd="2026-11-01")
    new = make_practice("c", onderbouwing="gemeten", gepubliceerd="2026-11-10")
    also_new = make_practice("d", onderbouwing="gemeten", gepubliceerd="2026-11-10")

    assert sorted([also_new, described, old, new], key=strongest_first) == [new, also_new, old, described]
    assert sorted([also_new, described, old, new], key=newest_first) == [described, new, also_new, old]


def test_actors_are_associations_and_partners():
    """Everybody with a page who took part, associations first."""
    assert make_practice(corporaties=["b", "a"], partners=["c"]).actors == ("b", "a", "c")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ({"start": "2015", "eind": "2018"}, (2015, 2018)),
        ({"start": "2015", "eind": "lopend"}, (2015, "lopend")),
        ({"start": "2015"}, (2015, None)),
        ("proef van twee jaar", "proef van twee jaar"),
        ("2015", "2015"),
    ],
)
def test_a_period_is_years_or_free_text(written, read):
    """Both forms of a period are kept as they were meant."""
    period = make_practice(periode=written).period

    assert ((period.start, period.end) if isinstance(period, Period) else period) == read


@pytest.mark.parametrize(
    "written",
    [
        {"eind": "2018"},
        {"start": "voorjaar"},
        {"start": "1850"},
        {"start": "2015", "eind": "nu"},
        {"start": "2015", "eind": "1899"},
        {"start": "2015", "eind": "2015-06"},
        {"start": "2015", "duur": "lang"},
        ["2015", "2018"],
        "",
    ],
)
def test_other_periods_are_refused(written):
    """A period of another form is never guessed at."""
    with pytest.raises(ValidationError):
        make_practice(periode=written)


def test_evidence_ranks_from_described_to_studied():
    """The five levels count from weak to strong and equal their keys."""
    assert [(level.value, level.rank) for level in EvidenceLevel] == [
        ("beschreven", 1),
        ("gemeten", 2),
        ("vergeleken", 3),
        ("herhaald", 4),
        ("onderzocht", 5),
    ]
    assert all(level.label and level.meaning for level in EvidenceLevel)


@pytest.mark.parametrize(
    ("scale", "first"), [(scale, 0 if scale.__name__ == "CostClass" else 1) for scale in Scale.__subclasses__()]
)
def test_scales_count_upwards(scale, first):
    """The keys of a scale are consecutive numbers, each with its own words."""
    steps = list(scale)

    assert [step.step for step in steps] == list(range(first, first + len(steps)))
    assert len({step.label for step in steps}) == len(steps)
