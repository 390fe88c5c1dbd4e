"""Partial dates: as exact as the source, and never a day that does not exist."""

from __future__ import annotations

import pytest

from mvo_catalogue.domain.partial_date import parse_partial_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2018", (2018, None, None)),
        ("2018-01", (2018, 1, None)),
        ("2018-01-31", (2018, 1, 31)),
        ("2024-02-29", (2024, 2, 29)),
        ("0001", (1, None, None)),
    ],
)
def test_keeps_what_is_known(text, expected):
    """What the source does not say stays unknown."""
    assert parse_partial_date(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0000",
        "18",
        "20188",
        "2018-1",
        "2018-00",
        "2018-13",
        "2023-02-29",
        "2018-04-31",
        "2018-01-00",
        "2018-1-31",
        "2018-01-31T00:00",
        "2018-01-",
        "januari 2018",
        "2018/01",
        " 2018",
        "2018\n",
        "٢٠١٨",
        "-2018",
    ],
)
def test_refuses_other_forms_and_days_that_do_not_exist(text):
    """A date that nobody can look up raises instead of becoming another one."""
    with pytest.raises(ValueError):  # noqa: PT011  # the message is not for people
        parse_partial_date(text)
