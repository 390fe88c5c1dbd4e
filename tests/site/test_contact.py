"""The contact of a practice: an address of a participant."""

import pytest

from mvo_catalogue.site.contact import contact_of, contacts_of
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
