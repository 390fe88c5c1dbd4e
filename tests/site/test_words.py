"""Dutch words for dates, numbers, lists, periods and scales."""

from __future__ import annotations

import datetime

import pytest

from mvo_catalogue.domain.practice import Costs, Period
from mvo_catalogue.domain.values import CostClass, Effort
from mvo_catalogue.site.words import (
    cost_words,
    count_words,
    join_names,
    join_words,
    long_date,
    period_words,
    scale_words,
)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (datetime.date(2026, 11, 1), "1 november 2026"),
        ("2018-01-31", "31 januari 2018"),
        ("2018-03", "maart 2018"),
        ("2018", "2018"),
    ],
)
def test_dates_are_as_exact_as_they_are(value, words):
    """Dutch months, without a leading zero, and nothing that is not known."""
    assert long_date(value) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "0 praktijken"), (1, "1 praktijk"), (2, "2 praktijken"), (1234, "1.234 praktijken")],
)
def test_numbers_come_with_the_right_noun(number, words):
    """One is singular; thousands have a Dutch point."""
    assert count_words(number, "praktijk", "praktijken") == words


@pytest.mark.parametrize(
    ("words", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c"), (iter("ab"), "a en b")],
)
def test_lists_are_phrases(words, text):
    """The last two are joined by a word."""
    assert join_words(words) == text


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (["Huurders", "Mensen met schulden"], "Huurders en mensen met schulden"),
        (["PSO", "CO2-voetafdruk", "Stage"], "PSO, CO2-voetafdruk en stage"),
        (["stage", "X"], "stage en X"),
        ([], ""),
    ],
)
def test_only_the_first_name_keeps_its_capital(names, text):
    """Inside a phrase a name is an ordinary word, but an abbreviation stays one."""
    assert join_names(names) == text


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (None, ""),
        ("proef van twee jaar", "proef van twee jaar"),
        ({"start": "2015", "eind": "2018"}, "2015 tot en met 2018"),
        ({"start": "2015", "eind": "2015"}, "2015"),
        ({"start": "2015", "eind": "lopend"}, "sinds 2015, loopt nu"),
        ({"start": "2015"}, "vanaf 2015"),
    ],
)
def test_periods_are_words(period, words):
    """Years, an open end, one year or free text."""
    assert period_words(Period.model_validate(period) if isinstance(period, dict) else period) == words


def test_a_step_says_its_words_and_its_number():
    """A reader sees what a step means and how high the scale goes."""
    assert scale_words(Effort.UP_TO_160, 5) == "40 tot 160 uur (2 van 5)"
    assert scale_words(CostClass.NONE, 5) == "geen (0 van 5)"
    assert scale_words(None, 5) == ""


@pytest.mark.parametrize(
    ("costs", "words"),
    [
        (None, ""),
        ({}, ""),
        ({"klasse": "1"}, "Tot € 5.000 (1 van 5)"),
        ({"toelichting": "€ 900 voor verf."}, "€ 900 voor verf"),
        (
            {"klasse": "1", "toelichting": "vooral verf", "prijspeil": "2024"},
            "Tot € 5.000 (1 van 5). Vooral verf. Prijspeil 2024",
        ),
    ],
)
def test_costs_say_what_is_known(costs, words):
    """Class, explanation and price level follow each other as short sentences."""
    assert cost_words(Costs.model_validate(costs) if costs is not None else None, 5) == words
