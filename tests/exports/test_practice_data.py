"""The data of a practice: everything known, in words and keys, without markup."""

import json

from mvo_catalogue.exports.entries import content_values
from mvo_catalogue.exports.practice_data import build_practice_data
from mvo_catalogue.site.contact import Calls
from mvo_catalogue.site.requests import UNKNOWN, Requests
from tests.factories import make_body, make_catalogue, make_partner, make_practice, make_site, make_topic

PARTNERS = [
    make_partner("de-brug"),
    make_partner("irado", soort="lokaal-bedrijf", kernactiviteit="Haalt afval op.", biedt=["kennis"]),
]


def read_data(practice):
    """Return the parsed data of a practice in a small catalogue."""
    catalogue = make_catalogue([practice], PARTNERS, [make_topic("wonen"), make_topic("werken")])
    site, entry = make_site(catalogue), {"slug": practice.slug, **content_values(practice)}
    entry["adres"] = site.absolute(site.path_of(practice))
    data = {"praktijken": {practice.slug: entry}}
    return json.loads(build_practice_data(practice, catalogue, site, Requests(catalogue), Calls(catalogue), data))


def test_known_facts_have_names_and_slugs():
    """A partner comes with its core business."""
    practice = make_practice(
        partners=["irado"],
        themas=["werken"],
        kosten={"klasse": "2"},
        provincies=["drenthe"],
        overgenomen=[{"corporatie": "de-brug", "jaar": "2020", "opnieuw": "true"}],
        body=make_body("Vooraf.\n\n## Aanpak\n\n1. Bel **aan**."),
    )
    data = read_data(practice)

    assert data["adres"] == "https://mvo.example.nl/catalogus/praktijken/portieken/"
    assert data["partners"] == [
        {
            "slug": "irado",
            "naam": "Irado",
            "adres": "https://mvo.example.nl/catalogus/partners/irado/",
            "soort": {"sleutel": "lokaal-bedrijf", "naam": "Lokaal bedrijf", "heet": "bedrijf"},
            "kernactiviteit": "Haalt afval op.",
            "biedt": [{"sleutel": "kennis", "naam": "Kennis"}],
            "vraag": UNKNOWN.text,
        }
    ]
    assert data["tekst"] == [
        {"kop": "", "blokken": [{"soort": "alinea", "punten": ["Vooraf."]}]},
        {"kop": "Aanpak", "blokken": [{"soort": "stappen", "punten": ["Bel aan."], "vanaf": 1}]},
    ]
    assert (data["kosten"], data["provincies"]) == (2, ["drenthe"])
    assert data["overgenomen"][0]["corporatie"] == "De Brug"


def test_unknown_facts_are_present_and_empty():
    data = read_data(make_practice())

    assert (data["kosten"], data["inzet"], data["periode"], data["materialen"]) == (None, None, "", [])
    assert data.keys() == read_data(make_practice(inzet="2", plaatsen=["Veenstad"])).keys()


def test_the_entry_as_its_editors_wrote_it_is_separate():
    """Only that part is promised to others."""
    practice = make_practice(
        zoekwoorden=["trappenhuis"], kader={"grondslag": "woningwet", "gecontroleerd": "2026-11-20"}
    )

    assert read_data(practice)["inhoud"].items() >= content_values(practice).items()
