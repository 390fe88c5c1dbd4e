"""What the page of a practice shows around its text."""

from __future__ import annotations

import pytest

from mvo_catalogue.pages.practice import NameLink, build_practice_view
from tests.factories import make_catalogue, make_partner, make_practice


def view(*, has_lineage=False, has_alike=False, **values):
    """Return what a practice with these values shows; its associations have the names of their slugs."""
    practice = make_practice("a", **values)
    partners = [make_partner(slug, naam=slug) for slug in (*practice.associations, *practice.partners)]
    catalogue = make_catalogue([practice], partners or [make_partner()])
    return build_practice_view(practice, catalogue, has_lineage=has_lineage, has_alike=has_alike)


def by(*lengths):
    """Return the names of the associations that the key facts show, of names of these lengths; and what is left out."""
    (names,) = view(corporaties=[str(number) * length for number, length in enumerate(lengths, 1)]).people
    return len(names.shown), names.left_out, names.is_wide


@pytest.mark.parametrize(
    ("lengths", "shown"),
    [
        ((10, 10, 24), (3, 0, False)),
        ((10, 10, 25), (2, 1, False)),
        ((19, 19, 10), (2, 1, False)),
        ((19, 20, 10), (1, 2, False)),
        ((60, 1), (1, 1, False)),
        ((61, 1), (1, 1, True)),
    ],
)
def test_as_many_names_stand_there_as_fit(lengths, shown):
    """All of them on a line (48 characters), or two in what is left beside the number of the others (40), or one."""
    assert by(*lengths) == shown


def test_those_who_are_left_out_stand_below_with_all():
    """Of whom all are named at once, nothing more is said."""
    found = view(corporaties=["x" * 30, "y" * 30], partners=["zorg"], ook_betrokken=["buren, en meer"])

    doers, company = found.people
    assert (doers.label, len(doers.shown), doers.left_out) == ("Door", 1, 1)
    assert (company.label, company.left_out) == ("Met", 0)
    assert company.shown == (NameLink("zorg", "/partners/zorg/"), NameLink("buren, en meer"))
    assert company.mark == "; "
    assert [(names.label, len(names.shown), names.is_wide) for names in found.more_people] == [("Door", 2, True)]


def test_partners_alone_are_those_who_did_it():
    """Without a housing association nobody did it “met” somebody; whose company is unknown is said."""
    assert [names.label for names in view(corporaties=[], partners=["zorg"]).people] == ["Door"]
    assert "met" in view().unknown


def test_what_is_not_known_stands_together():
    """Only the first label keeps its capital; what is known begins with one."""
    found = view(inzet="2", moeilijkheid="1", plaatsen=["Assen"])

    assert found.unknown == ("Kosten", "doorlooptijd", "fase", "wanneer", "met")
    assert [(fact.label, fact.words) for fact in found.judged] == [
        ("Inzet", "40 tot 160 uur (2 van 5)"),
        ("Moeilijkheid", "Eén team kan het doen (1 van 4)"),
    ]


@pytest.mark.parametrize(("length", "is_wide"), [(36, False), (37, True)])
def test_long_words_get_the_whole_width(length, is_wide):
    """More than 36 characters do not fit in half of a phone."""
    (where,) = view(plaatsen=["x" * length]).situation
    assert where.is_wide is is_wide


def test_parts_are_there_when_they_have_something_to_say():
    """Four always are; the others come with what they hold, in a fixed order."""
    always = ["zelf_doen", "overgenomen_door", "kenmerken", "bij_de_bronnen"]
    material = {"titel": "Brief", "url": "https://example.org/brief", "soort": "brief"}

    assert list(view().parts) == always
    assert list(view(has_lineage=True, has_alike=True, materialen=[material]).parts) == [
        *always[:2],
        "materiaal",
        *always[2:],
        "stamboom",
        "verder_kijken",
    ]


def test_advice_that_nobody_gave_is_named():
    """What is known stands under its heading, the rest in one sentence."""
    found = view(werkzaam=["Bel aan."], niet_geschikt=["Bij haast."])

    assert found.advice == (("Wat moet blijven", ("Bel aan.",)), ("Past niet", ("Bij haast.",)))
    assert found.unknown_advice == ("Wat mag anders", "past wel")
