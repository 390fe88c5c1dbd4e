"""Dutch words for dates, numbers, lists, periods and scales."""

import datetime

import pytest

from mvo_catalogue.domain.entries import Costs, EffortEstimate, Period, Study
from mvo_catalogue.domain.values import CostClass, Effort
from mvo_catalogue.site.words import (
    cost_words,
    estimate_words,
    join_names,
    join_words,
    list_mark,
    long_date,
    money_words,
    period_words,
    scale_words,
    short_cost_words,
    study_words,
    with_article,
    with_capital,
)
from mvo_catalogue.texts import count_words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Politie", "de politie"),
        ("Gemeente Den Haag", "de gemeente Den Haag"),
        ("Ministerie van BZK", "het ministerie van BZK"),
        ("Jumbo", "Jumbo"),
    ],
)
def test_a_noun_gets_its_article_in_a_sentence(name, words):
    """By its first word; a proper name has none."""
    assert with_article(name) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (datetime.date(2026, 11, 1), "1 november 2026"),
        ("2018-01-31", "31 januari 2018"),
        ("2018-03", "maart 2018"),
        ("2018", "2018"),
    ],
)
def test_dates_are_as_precise_as_known(value, words):
    assert long_date(value) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "0 praktijken"), (1, "1 praktijk"), (2, "2 praktijken"), (1234, "1.234 praktijken")],
)
def test_counts_have_singular_and_plural(number, words):
    """Thousands have a Dutch point."""
    assert count_words(number, "praktijk", "praktijken") == words


@pytest.mark.parametrize(
    ("words", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c"), (iter("ab"), "a en b")],
)
def test_lists_are_joined_with_commas_and_a_conjunction(words, text):
    assert join_words(words) == text


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (["Bergen", "Gennep", "Mook en Middelaar"], "Bergen; Gennep; Mook en Middelaar"),
        (["stage of bliksemstage", "mentor"], "stage of bliksemstage; mentor"),
        (["Schoon, heel", "werk"], "Schoon, heel; werk"),
        (["Lek en Waard"], "Lek en Waard"),
    ],
)
def test_items_with_commas_are_separated_by_semicolons(words, text):
    assert join_words(words) == text


def test_a_list_can_be_joined_with_or():
    assert join_words(["a", "b", "c"], "of") == "a, b of c"


def test_links_have_the_same_separators():
    assert (list_mark(["Wonen", "Werken"]), list_mark(["Schoon, heel en veilig", "Werken"])) == (", ", "; ")


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (["Huurders", "Mensen met schulden"], "Huurders en mensen met schulden"),
        (["Stage of bliksemstage", "Mentor of buddy"], "Stage of bliksemstage; mentor of buddy"),
        (["PSO", "CO2-voetafdruk", "Stage"], "PSO, CO2-voetafdruk en stage"),
        (["stage", "X"], "stage en X"),
        ([], ""),
    ],
)
def test_later_names_in_a_list_lose_their_capital(names, text):
    """Not abbreviations."""
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


def test_a_scale_value_has_words_and_a_number():
    assert scale_words(Effort.UP_TO_160) == "40 tot 160 uur (2 van 5)"
    assert scale_words(CostClass.NONE) == "geen (0 van 5)"
    assert scale_words(None) == ""


def test_a_scale_value_may_have_the_words_of_a_source():
    """Or only those."""
    assert estimate_words(Effort.UP_TO_160) == "40 tot 160 uur (2 van 5)"
    known = EffortEstimate.model_validate({"klasse": "2", "toelichting": "drie medewerkers."})
    assert estimate_words(known) == "40 tot 160 uur (2 van 5). Drie medewerkers"
    assert estimate_words(EffortEstimate.model_validate({"toelichting": "elf coaches"})) == "Elf coaches"
    assert estimate_words(None) == ""


def test_a_study_has_method_author_and_size():
    """Unknown parts are left out; a study of one's own work is named as such."""
    own = Study.model_validate({"opzet": "voor-en-na", "door": "zelf", "aantal": "208 gezinnen"})
    assert study_words(own) == "Voor en na gemeten, door de organisatie zelf, 208 gezinnen"
    assert study_words(Study.model_validate({"opzet": "enquete"})) == "Enquête"


@pytest.mark.parametrize(
    ("costs", "words", "money"),
    [
        (None, "", ""),
        ({}, "", ""),
        ({"klasse": "1"}, "Tot € 5.000 (1 van 5)", ""),
        ({"klasse": "1", "prijspeil": "2024"}, "Tot € 5.000 (1 van 5). Prijspeil 2024", ""),
        ({"toelichting": "De huur is € 576."}, "", "De huur is € 576"),
        (
            {"klasse": "1", "toelichting": "vooral verf", "prijspeil": "2024"},
            "Tot € 5.000 (1 van 5)",
            "Vooral verf. Prijspeil 2024",
        ),
        (
            {"toelichting": "4 miljoen", "van": "subsidie", "per": "het hele project", "prijspeil": "2024"},
            "",
            "4 miljoen. Subsidie, bedrag voor het hele project, prijspeil 2024",
        ),
    ],
)
def test_only_a_class_is_a_cost(costs, words, money):
    """What a source says about money is separate; its price level follows the amounts."""
    known = Costs.model_validate(costs) if costs is not None else None
    assert (cost_words(known), money_words(known)) == (words, money)


def test_a_short_cost_is_the_class_or_the_first_amount_of_a_source():
    """A unit that the source names is not repeated."""
    explained = {"toelichting": "Een tuin kost 20 euro. Dat is veel.", "van": "partner"}
    words = [short_cost_words(Costs.model_validate(costs)) for costs in (explained, {"klasse": "1", **explained}, {})]
    assert words == ["Een tuin kost 20 euro", "Tot € 5.000", ""]
    said = [money_words(Costs.model_validate({**explained, "per": unit})) for unit in ("tuin", "straat", "3 wijken")]
    ends = [
        "geld van een partner",
        "geld van een partner, bedrag per straat",
        "geld van een partner, bedrag voor 3 wijken",
    ]
    assert [words.lower().rpartition(". ")[2] for words in said] == ends


@pytest.mark.parametrize(("text", "words"), [("één team", "Eén team"), ("een team", "Een team"), ("", "")])
def test_a_sentence_begins_with_a_capital(text, words):
    """Without the accent, as in Dutch."""
    assert with_capital(text) == words
