"""The contact of a practice: an address of a participant."""

from typing import Any

import pytest

from mvo_catalogue.site.contact import Calls, contact_of, contacts_of
from tests.factories import make_catalogue, make_partner, make_practice

PARTNERS = [
    make_partner("de-brug", website="https://www.debrug.nl"),
    make_partner("keukens", soort="toeleverancier", naam="Keukens BV", website="https://keukens.nl/"),
    make_partner("zonder-site", naam="Zonder Site"),
]


NOT_OWN = {"corporaties": ["zonder-site"]}


@pytest.mark.parametrize(
    ("values", "name", "label", "words"),
    [
        ({}, "De Brug", "Contact", "debrug.nl"),
        ({"contact": "https://debrug.nl/mvo"}, "De Brug", "Contact", "debrug.nl/mvo"),
        ({"contact": "mvo@debrug.nl"}, "De Brug", "Contact", "mvo@debrug.nl"),
        ({"contact": "https://keukens.nl"}, "De Brug", "Contact", "debrug.nl"),
        ({"corporaties": [], "contact": "https://keukens.nl"}, "Keukens BV", "Contact", "keukens.nl"),
        ({"corporaties": ["zonder-site"]}, "Keukens BV", "Meer bij Keukens BV (toeleverancier)", "keukens.nl"),
        ({"corporaties": ["zonder-site"], "contact": "a@zondersite.nl"}, "Zonder Site", "Contact", "a@zondersite.nl"),
        ({**NOT_OWN, "contact": "https://www.bericht.nl"}, "De Krant", "Meer bij De Krant", "bericht.nl"),
        ({**NOT_OWN, "contact": "https://elders.nl"}, "", "Meer informatie", "elders.nl"),
        ({"corporaties": ["zonder-site"], "partners": []}, "", "Contact", ""),
    ],
)
def test_a_contact_belongs_to_who_did_it(values, name, label, words):
    """For the site of another its owner is named."""
    source = {"titel": "Een bericht", "uitgever": "De Krant", "url": "https://bericht.nl/1"}
    practice = make_practice(**({"partners": ["keukens"], "bronnen": [source]} | values))

    found = contact_of(practice, make_catalogue([practice], PARTNERS))

    assert (found.name, found.label, found.words) == (name, label, words)


def test_who_did_it_comes_before_the_address_of_another():
    """Without a website of the participants, there is only the other."""
    catalogue = make_catalogue([], PARTNERS)
    for slug, words in (("de-brug", ["debrug.nl", "keukens.nl"]), ("zonder-site", ["keukens.nl"])):
        practice = make_practice(corporaties=[slug], partners=["keukens"], contact="https://keukens.nl")
        assert [one.words for one in contacts_of(practice, catalogue)] == words


ALIKE: dict[str, Any] = {"themas": ["wonen", "leren"], "instrumenten": ["stage"]}


def test_one_can_call_everybody_with_an_address_who_did_it():
    """Housing associations first; without an address of theirs, one is missing."""
    practices = [
        make_practice("a", corporaties=["zonder-site", "de-brug"], partners=["keukens"], contact="https://keukens.nl"),
        make_practice("b", corporaties=["zonder-site"], partners=["keukens"]),
    ]
    calls = Calls(make_catalogue(practices, PARTNERS))
    both, one = (calls.about(practice) for practice in practices)

    assert ([contact.words for contact in both.contacts], both.missing) == (["debrug.nl", "keukens.nl"], "")
    assert ([contact.words for contact in one.contacts], one.missing) == (["keukens.nl"], "Zonder Site")


def test_one_can_call_other_associations_that_did_something_similar():
    """With the first theme and an instrument in common, or else a target group; each once, the most alike first."""
    names = ("een", "twee", "drie", "vier", "vijf")
    practices = [
        make_practice("a", corporaties=["de-brug"], doelgroepen=["jongeren"], **ALIKE),
        make_practice("b", corporaties=["een"], **ALIKE),
        make_practice("c", corporaties=["twee"], doelgroepen=["jongeren"], **ALIKE),
        make_practice("d", corporaties=["twee"], **ALIKE),
        make_practice("e", corporaties=["drie"], themas=["werken", "wonen", "leren"], instrumenten=["stage"]),
        make_practice("f", corporaties=["vier"], themas=["wonen"], instrumenten=["stage"]),
        make_practice("g", corporaties=["de-brug"], **ALIKE),
        make_practice("h", corporaties=["vijf"], **ALIKE),
        make_practice("i", corporaties=["drie"], themas=["wonen", "leren"], doelgroepen=["jongeren"]),
    ]
    partners = [*PARTNERS, *(make_partner(name) for name in names)]
    calls = Calls(make_catalogue(practices, partners))

    found = calls.about(practices[0]).peers
    assert [(peer.partner.slug, peer.practice.slug) for peer in found] == [("twee", "c"), ("een", "b"), ("vijf", "h")]
    assert calls.about(practices[5]).peers == []
    assert [peer.partner.slug for peer in calls.about(practices[8]).peers] == ["de-brug", "twee"]


def test_one_can_call_those_whose_practice_an_editor_called_related():
    """Before any that only look alike, and on both sides."""
    practices = [
        make_practice("a", corporaties=["de-brug"], verwant=["c"], **ALIKE),
        make_practice("b", corporaties=["een"], **ALIKE),
        make_practice("c", corporaties=["twee"], themas=["wonen"]),
    ]
    calls = Calls(make_catalogue(practices, [*PARTNERS, make_partner("een"), make_partner("twee")]))

    assert [peer.partner.slug for peer in calls.about(practices[0]).peers] == ["twee"]
    assert [peer.partner.slug for peer in calls.about(practices[2]).peers] == ["de-brug"]
