"""The first question to a partner: concrete, close to what it does, and the same in the letter and in the plan."""

from __future__ import annotations

import re
from itertools import product

import pytest

from mvo_catalogue.domain.values import Offer, PartnerKind
from mvo_catalogue.site.partner_questions import partner_questions
from tests.factories import make_partner

GAP = re.compile(r"\[[^\[\]]+\]")


def labels(**values):
    """Return what one can ask a partner with these values."""
    return [question.label for question in partner_questions(make_partner("x", **values))]


@pytest.mark.parametrize("kind", list(PartnerKind))
def test_everybody_can_be_asked_something(kind):
    """Also of who we know nothing but the kind."""
    assert labels(soort=kind.value)


@pytest.mark.parametrize(
    ("work", "label"),
    [
        ("Supermarktketen", "Werkervaring voor bewoners"),
        ("Uitzendorganisatie", "Begeleiding naar werk"),
        ("Zorgverzekeraar", "Een activiteit voor gezond leven"),
        ("Verzekeraar", "Hulp bij geldzaken"),
        ("Bank", "Hulp bij geldzaken"),
        ("Circulair slopen", "Materiaal een tweede leven geven"),
        ("Schildersbedrijf", "Leerplekken op het werk"),
        ("Afval ophalen", "Samen werken aan een schone buurt"),
    ],
)
def test_the_core_business_comes_first(work, label):
    """A company gets the question that belongs to what it does every day."""
    assert labels(soort="landelijk-bedrijf", kernactiviteit=work, biedt=["geld"]) == [
        label,
        "Geld",
        "Samen klein beginnen",
    ]


@pytest.mark.parametrize("work", ["Databankbeheer", "Bankjes", ""])
def test_a_word_inside_another_does_not_count(work):
    """Who keeps a data bank is no bank."""
    values = {"kernactiviteit": work} if work else {}
    assert labels(soort="overig", **values) == ["Samen klein beginnen"]


def test_some_kinds_say_more_than_the_words():
    """A university that studies debts is asked to study, not to help with money."""
    assert labels(soort="kennisinstituut", kernactiviteit="Onderzoek naar schulden")[0] == "Meten of het werkt"


def test_an_offer_is_asked_once():
    """The question of a kind is not repeated when what it offers asks the same."""
    assert labels(soort="fonds", biedt=["geld", "kennis"]) == ["Geld", "Kennis"]


@pytest.mark.parametrize(("kind", "offer"), list(product(PartnerKind, Offer)))
def test_a_question_leaves_to_the_reader_what_only_the_reader_knows(kind, offer):
    """Every question has gaps, none of them twice, whole brackets, and ends as a sentence."""
    for question in partner_questions(make_partner("x", soort=kind.value, biedt=[offer.value])):
        gaps = GAP.findall(question.text)
        assert gaps
        assert len(gaps) == len(set(gaps))
        assert not set("[]") & set(GAP.sub("", question.text))
        assert question.text[-1] in ".?"
