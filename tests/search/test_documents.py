"""What is searched of a practice, and what a hit shows."""

from __future__ import annotations

from mvo_catalogue.search.index import FIELD_BOOSTS, build_fields, build_hit
from tests.factories import make_body, make_catalogue, make_partner, make_practice, make_topic

PRACTICE = make_practice(
    "dozen",
    titel="Dozen krijgen een tweede leven",
    themas=["wonen"],
    corporaties=["de-brug"],
    partners=["wijkwerk"],
    ook_betrokken=["verhuizers"],
    doelgroepen=["jongeren"],
    instrumenten=["stage"],
    plaatsen=["Veenstad"],
    provincies=["landelijk"],
    zoekwoorden=["karton"],
    onderbouwing="gemeten",
    body=make_body(
        "Vooraf.\n\n## Aanleiding\n\nTe veel *dozen* & rommel.\n\n## Aanpak\n\n1. Haal op.\n\n"
        "## Resultaten\n\n900 dozen.\n\n## Lessen\n\nBegin klein.\n\n## Vervolg\n\nHet karton groeit."
    ),
)
CATALOGUE = make_catalogue(
    [PRACTICE],
    [make_partner("de-brug", andere_namen=["Stichting De Brug"]), make_partner("wijkwerk", soort="welzijn")],
    [make_topic("wonen")],
)


def test_every_field_of_the_index_has_its_text():
    """Names stand for slugs, old names are found too, and no tag or entity is searched."""
    assert build_fields(PRACTICE, CATALOGUE) == {
        "titel": "Dozen krijgen een tweede leven",
        "samenvatting": PRACTICE.summary,
        "aanpak": "Haal op. Vooraf. Vervolg Het karton groeit.",
        "resultaten": "900 dozen.",
        "lessen": "Begin klein.",
        "aanleiding": "Te veel dozen & rommel.",
        "zoekwoorden": "karton Jongeren Stage",
        "themas": "Wonen",
        "partners": "De Brug Stichting De Brug Wijkwerk verhuizers",
        "plaatsen": "Veenstad Heel Nederland",
        "delen": "",
    }


def test_the_fields_are_those_of_the_index():
    """Nothing is prepared that is not searched, and nothing is searched that is not prepared."""
    assert set(build_fields(make_practice(), CATALOGUE)) == set(FIELD_BOOSTS)


def test_a_hit_shows_names():
    """The list of hits needs nothing else than this, in the order of docs/search.md."""
    assert build_hit(PRACTICE, CATALOGUE) == [
        "dozen",
        "Dozen krijgen een tweede leven",
        PRACTICE.summary,
        ["Wonen"],
        ["De Brug"],
        ["Wijkwerk"],
        ["Veenstad"],
        "Gemeten",
        2,
        PRACTICE.published_on.isoformat(),
        PRACTICE.reviewed_on.isoformat(),
    ]
