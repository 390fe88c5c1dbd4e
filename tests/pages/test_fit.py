"""What *Past dit bij ons?* knows and asks."""

from __future__ import annotations

import json

import pytest

from mvo_catalogue.domain.values import Difficulty, Province
from mvo_catalogue.pages.fit import (
    build_fit_facts,
    build_fit_kinds,
    build_fit_names,
    build_fit_partners,
    build_fit_questions,
)
from mvo_catalogue.pages.plan import plan_pages
from tests.factories import make_catalogue, make_partner, make_practice, make_site


def facts_of(**values):
    """Return the facts of a practice with these values."""
    partners = [
        make_partner(),
        make_partner("bouw", soort="bouwbedrijf"),
        make_partner("nog-een", naam="Anders", soort="bouwbedrijf"),
    ]
    catalogue = make_catalogue([make_practice("a", **values)], partners)
    return build_fit_facts(catalogue.practices["a"], catalogue)


@pytest.mark.parametrize(
    ("values", "facts"),
    [
        ({}, "|||||||"),
        ({"provincies": ["limburg", "landelijk"], "gebied": ["stad"]}, "limburg,landelijk|stad||||||"),
        ({"partners": ["bouw", "nog-een"]}, "||bouwbedrijf|bouw,nog-een||||"),
        (
            {"kosten": {"klasse": "0"}, "inzet": "5", "doorlooptijd": "1", "moeilijkheid": "4"},
            "||||0|5|1|4",
        ),
        ({"kosten": {"toelichting": "Weinig."}}, "|||||||"),
    ],
)
def test_facts_are_short_and_leave_open_what_is_not_known(values, facts):
    """No costs known is nothing; costs of nothing are 0."""
    assert facts_of(**values) == facts


def test_the_browser_gets_the_words_for_every_key_of_the_facts():
    """Fixed choices have their label, what editors may add to the name in its vocabulary."""
    names = json.loads(build_fit_names(make_catalogue([])))

    assert list(names) == ["provinces", "areas", "kinds", "costs", "effort", "leadTime", "difficulty"]
    assert names["provinces"] == {province.value: province.label for province in Province}
    assert names["difficulty"] == {step.value: step.label for step in Difficulty}
    assert names["areas"]["dorp"] == "Dorp of platteland"
    assert names["kinds"]["zorg"] == "Zorg"


def test_readers_choose_from_what_the_schema_has():
    """Every scale is asked for in full; nobody is asked whether they work in all of the Netherlands."""
    choices = {question.name: question.choices for question in build_fit_questions(make_catalogue([]))[0]}

    assert list(choices) == ["province", "area", "costs", "effort", "size", "leadTime", "difficulty"]
    assert [len(found) for found in choices.values()] == [12, 3, 6, 5, 5, 5, 4]
    assert "woningcorporatie" not in dict(build_fit_kinds(make_catalogue([])))


def test_what_the_catalogue_seldom_knows_is_asked_apart():
    """Costs in words only cannot be judged, and the size counts for the hours only."""
    practices = [make_practice(f"praktijk-{number}", provincies=["limburg"]) for number in range(19)]
    told = make_practice("verteld", kosten={"klasse": "0"}, inzet="2", moeilijkheid="1")
    words = make_practice("woorden", kosten={"toelichting": "Weinig."}, moeilijkheid="1")

    telling, seldom = build_fit_questions(make_catalogue([*practices[1:], told, words]))

    assert [(one.name, one.known) for one in telling] == [("province", 18), ("difficulty", 2)]
    assert [(one.name, one.known) for one in seldom] == [
        ("costs", 1),
        ("effort", 1),
        ("size", 1),
        ("area", 0),
        ("leadTime", 0),
    ]


def test_partners_stand_by_name_when_they_took_part():
    """Who has no practice makes no difference, and a housing association is no partner here."""
    partners = [
        make_partner(),
        make_partner("z", naam="alfa", soort="zorg"),
        make_partner("b", naam="Beta", soort="zorg"),
    ]
    catalogue = make_catalogue(
        [make_practice("a", partners=["b", "z"])], [*partners, make_partner("c", naam="C", soort="zorg")]
    )

    assert build_fit_partners(catalogue) == [("z", "alfa", "zorg", ()), ("b", "Beta", "zorg", ())]


def test_both_pages_are_planned_and_only_one_says_something_by_itself():
    """The comparison is empty without its address, so search engines are kept from it."""
    catalogue = make_catalogue([make_practice("a")])
    pages = {page.path: page for page in plan_pages(catalogue, make_site(catalogue))}

    assert (pages["/vergelijken/"].template, pages["/vergelijken/"].index) == ("compare.html", False)
    assert (pages["/past-dit-bij-ons/"].template, pages["/past-dit-bij-ons/"].index) == ("fit.html", True)
    assert pages["/praktijken/a/"].context()["fit"] == "|||||||"
