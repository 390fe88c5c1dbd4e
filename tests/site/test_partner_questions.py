"""The first question to a partner: what it did in a practice, or else close to what it does every day."""

from __future__ import annotations

import datetime
import re
from itertools import product
from pathlib import Path

import pytest

from mvo_catalogue.domain.values import Offer, PartnerKind
from mvo_catalogue.site.partner_questions import partner_questions
from mvo_catalogue.site.partner_requests import ABOUT, GENERAL
from mvo_catalogue.site.partner_roles import Role
from mvo_catalogue.site.subjects import subject_of
from mvo_catalogue.validation.load import load_catalogue
from tests.factories import make_partner, make_practice

GAP = re.compile(r"\[[^\[\]]+\]")
CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture(scope="module")
def catalogue():
    """Return the catalogue that is published."""
    return load_catalogue(CONTENT, datetime.date(2026, 11, 22))[0]


def labels(practices=(), **values):
    """Return what one can ask a partner with these values."""
    return [question.label for question in partner_questions(make_partner("x", **values), practices)]


def ask(practice, **values):
    """Return the first question to a partner with these values about a practice with those."""
    return partner_questions(make_partner("x", **values), [make_practice("a", **practice)])[0]


def test_every_role_has_something_to_ask():
    """Also when nothing is known of a practice."""
    assert set(GENERAL) == set(Role)


@pytest.mark.parametrize("kind", list(PartnerKind))
def test_everybody_can_be_asked_something(kind):
    """Also of who we know nothing but the kind."""
    assert labels(soort=kind.value)


@pytest.mark.parametrize(
    ("work", "label"),
    [
        ("Supermarktketen", "Werkervaring in de winkel"),
        ("Uitzendorganisatie", "Begeleiding naar werk"),
        ("Zorgverzekeraar", "Een activiteit voor gezond leven"),
        ("Verzekeraar", "Hulp bij geldzaken"),
        ("Bank", "Hulp bij geldzaken"),
        ("Circulair slopen", "Materiaal een tweede leven geven"),
        ("Schildersbedrijf", "Leerplekken op het werk"),
        ("Afval ophalen", "Samen opruimen"),
    ],
)
def test_without_a_practice_the_core_business_decides(work, label):
    """A company gets the question that belongs to what it does every day, and then what it offers."""
    assert labels(soort="landelijk-bedrijf", kernactiviteit=work, biedt=["geld"]) == [label, "Geld"]


@pytest.mark.parametrize("work", ["Databankbeheer", "Bankjes", ""])
def test_a_word_inside_another_does_not_count(work):
    """Who keeps a data bank is no bank."""
    values = {"kernactiviteit": work} if work else {}
    assert labels(soort="overig", **values) == ["Samen klein beginnen"]


SUPERMARKET = {"soort": "landelijk-bedrijf", "kernactiviteit": "Supermarktketen"}
BUILDER = {"soort": "bouwbedrijf", "kernactiviteit": "Bouwbedrijf"}


@pytest.mark.parametrize(
    ("partner", "practice", "asked"),
    [
        (SUPERMARKET, {"themas": ["schoon-heel-veilig"], "instrumenten": ["convenant"]}, "opruimen"),
        (SUPERMARKET, {"themas": ["gezondheid"], "doelgroepen": ["ouderen"]}, "oudere of eenzame bewoners"),
        (SUPERMARKET, {"themas": ["gezondheid"], "doelgroepen": ["kinderen"]}, "gezond eten"),
        (SUPERMARKET, {"themas": ["schoon-heel-veilig"], "instrumenten": ["werkervaringsplaats"]}, "opruimen"),
        (SUPERMARKET, {"themas": ["werken"], "instrumenten": ["werkervaringsplaats"]}, "werkervaring"),
        (BUILDER, {"themas": ["circulariteit"], "instrumenten": ["circulair-slopen"]}, "opnieuw te gebruiken"),
        (BUILDER, {"themas": ["werken"], "instrumenten": ["social-return"]}, "werk of werkervaring zoeken"),
        (BUILDER, {"themas": ["participatie"], "instrumenten": ["beursvloer"]}, "beursvloer"),
        ({"soort": "bouwbedrijf", "kernactiviteit": "Gebiedsontwikkeling"}, {"themas": ["wonen"]}, "passend wonen"),
        (
            {"soort": "toeleverancier", "kernactiviteit": "Kunststof kozijnen"},
            {"themas": ["circulariteit"], "instrumenten": ["circulair-slopen"]},
            "terugnemen of opnieuw gebruiken",
        ),
        (
            {"soort": "kennisinstituut", "kernactiviteit": "Beheer van de Prestatieladder Socialer Ondernemen"},
            {"themas": ["werken"], "instrumenten": ["pso", "keurmerk"]},
            "certificaat",
        ),
        (
            {"soort": "kennisinstituut", "kernactiviteit": "Onderzoek naar schulden"},
            {"themas": ["financiele-zelfredzaamheid"]},
            "meten wat onze aanpak oplevert",
        ),
        (
            {"soort": "kennisinstituut"},
            {"themas": ["financiele-zelfredzaamheid"]},
            "meedenken over hulp bij geldzorgen",
        ),
        ({"soort": "overheid", "naam": "Brandweer Ergens"}, {"themas": ["veiligheid"]}, "veilig zijn bij brand"),
        ({"soort": "overheid", "naam": "Politie"}, {"themas": ["veiligheid"]}, "waar het veiliger kan"),
        ({"soort": "overheid", "biedt": ["geld"]}, {"themas": ["energie-en-klimaat"]}, "een van uw regelingen"),
        ({"soort": "gemeente"}, {"themas": ["wonen"], "instrumenten": ["gemengd-wonen"]}, "praten over gemengd wonen"),
        (
            {"soort": "gemeente"},
            {"themas": ["gezondheid"], "instrumenten": ["vroegsignalering"]},
            "praten over gezondheid in de buurt",
        ),
        (
            {"soort": "gemeente"},
            {"themas": ["financiele-zelfredzaamheid"], "instrumenten": ["vroegsignalering"]},
            "een huurder belt of bezoekt die de huur niet betaalde",
        ),
        (
            {"soort": "netwerk", "kernactiviteit": "Beweging die jongeren helpt gezond te eten en te bewegen"},
            {"themas": ["schoon-heel-veilig"], "instrumenten": ["werkervaringsplaats"]},
            "gezond leven",
        ),
        (
            {"soort": "landelijk-bedrijf", "kernactiviteit": "Bank"},
            {"themas": ["circulariteit"], "instrumenten": ["circulaire-materialen"]},
            "hoe circulair bouwen te betalen is",
        ),
        (
            {"soort": "landelijk-bedrijf", "kernactiviteit": "Bank"},
            {"themas": ["gezondheid", "opgroeien"]},
            "omgaan met geld",
        ),
        (
            {"soort": "bewonersorganisatie", "kernactiviteit": "Belangenorganisatie van huurders"},
            {"themas": ["energie-en-klimaat"], "instrumenten": ["woonlastengarantie"]},
            "Kan iemand van u",
        ),
        (
            {"soort": "zorg", "naam": "Housing First Nederland"},
            {"themas": ["wonen"], "instrumenten": ["housing-first"]},
            "meedenken over Housing First",
        ),
        ({"soort": "zorg"}, {"themas": ["wonen"], "instrumenten": ["housing-first"]}, "nieuwe bewoners] begeleidt"),
        ({"soort": "welzijn", "naam": "Voedselbank Ergens"}, {"themas": ["financiele-zelfredzaamheid"]}, "op uw hulp"),
    ],
)
def test_the_question_is_about_what_was_done_and_fits_who_is_asked(partner, practice, asked):
    """These pairs of partner and practice had an odd question once."""
    assert asked in ask(practice, **partner).text


def test_a_subject_that_is_not_known_here_is_not_left_open():
    """Then the question is the general one of its role."""
    assert subject_of(make_practice("a", themas=["nieuw-thema"])) == ""
    assert ask({"themas": ["nieuw-thema"]}, soort="gemeente") == GENERAL[Role.MUNICIPALITY]


def test_the_practices_of_the_partner_come_first_each_question_once():
    """In the order of the practices; what was asked about two of them stands there once."""
    practices = [make_practice("a", themas=["wonen"]), make_practice("b", themas=["werken"]), make_practice("c")]
    practices.append(make_practice("d", themas=["wonen"]))
    found = labels(practices[:2] + practices[3:], soort="gemeente")
    assert found == [
        "Een afspraak over passend wonen",
        "Een afspraak over werk en leerplekken voor bewoners",
        "Eén afspraak voor één buurt",
    ]


@pytest.mark.parametrize(("kind", "offer"), [("fonds", "geld"), ("netwerk", "netwerk")])
def test_an_offer_is_asked_once(kind, offer):
    """The question of a role is not repeated when what it offers asks the same."""
    assert len(labels(soort=kind, biedt=[offer])) == 1


def check(question):
    """Check that a question leaves to the reader what only the reader knows, and never what it is about."""
    gaps = GAP.findall(question.text)
    assert gaps
    assert len(gaps) == len(set(gaps))
    assert not set("[]{}") & set(GAP.sub("", question.text))
    assert not set("[]{}") & set(question.label)
    assert question.text[-1] in ".?"
    assert "onderwerp" not in question.text


@pytest.mark.parametrize(("kind", "offer"), list(product(PartnerKind, Offer)))
def test_a_question_leaves_to_the_reader_what_only_the_reader_knows(kind, offer):
    """Every question has gaps, none of them twice, whole brackets, and ends as a sentence."""
    practices = [make_practice("a", themas=["wonen"]), make_practice("b", themas=["nieuw-thema"])]
    for question in partner_questions(make_partner("x", soort=kind.value, biedt=[offer.value]), practices):
        check(question)


def test_every_practice_of_the_catalogue_has_a_subject(catalogue):
    """Its themes and instruments have words here; a new theme needs them too."""
    without = [practice.slug for practice in catalogue.practices.values() if not subject_of(practice)]
    assert without == []
    assert not [slug for slug in catalogue.topics if not subject_of(make_practice("a", themas=[slug]))]


def test_no_pair_of_the_catalogue_asks_something_odd(catalogue):
    """Every partner of every practice gets a whole question, and an adviser or municipality one about the subject."""
    for practice in catalogue.practices.values():
        for slug in practice.actors:
            partner = catalogue.partners[slug]
            question = partner_questions(partner, [practice])[0]
            check(question)
            if partner.kind is PartnerKind.ADVISER and question.label.startswith("Meedenken"):
                assert subject_of(practice) in question.text
    assert all("{subject}" in request.text and "{subject}" in request.label for request in ABOUT.values())
