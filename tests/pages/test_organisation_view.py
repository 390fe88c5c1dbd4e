"""The page of an organisation: its record, adoptions, and the parts of a list of organisations."""

from typing import Any

import pytest

from mvo_catalogue.domain.entries import best_known_first
from mvo_catalogue.pages.cards import Cards
from mvo_catalogue.pages.organisation import Adoptions, build_parts, build_record
from tests.factories import make_catalogue, make_partner, make_practice, make_topic

PARTNERS = [
    make_partner("de-brug"),
    make_partner("het-anker"),
    make_partner("zorghuis", soort="zorg"),
    make_partner("wijkwerk", soort="welzijn"),
]
PRACTICES = [
    make_practice(
        "a",
        corporaties=["de-brug", "het-anker"],
        partners=["zorghuis"],
        themas=["wonen", "werken"],
        periode={"start": "2012", "eind": "2015"},
        plaatsen=["Veenstad", "Zandstad"],
        provincies=["drenthe"],
        onderbouwing="gemeten",
        overgenomen=[
            {"corporatie": "het-anker", "jaar": "2018"},
            {"corporatie": "derde", "jaar": "2020", "resultaat": "Het ging goed."},
        ],
    ),
    make_practice(
        "b", partners=["zorghuis", "wijkwerk"], periode={"start": "2009", "eind": "2009"}, plaatsen=["Veenstad"]
    ),
    make_practice("c", corporaties=["het-anker"], provincies=["landelijk", "utrecht"]),
]


@pytest.fixture
def catalogue():
    """Return a small catalogue."""
    return make_catalogue(
        PRACTICES, [*PARTNERS, make_partner("derde")], [make_topic("wonen"), make_topic("werken", naam="Werken")]
    )


def record(catalogue, slug, limit=12):
    """Return the record of an organisation."""
    practices = sorted(catalogue.practices_by_partner.get(slug, ()), key=best_known_first)
    return build_record(catalogue.partners[slug], practices, Cards(catalogue), limit)


def test_a_record_counts_practices_topics_partners_and_years(catalogue):
    """Each place once."""
    found = record(catalogue, "de-brug")

    assert (found.practices, found.partner_count, found.years) == (2, 2, "2009–2015")
    assert [topic.slug for topic in found.topics] == ["wonen", "werken"]
    assert found.years_are_all
    assert found.places == ("Veenstad",)
    assert [(card.slug, card.count) for card in found.partners] == [("zorghuis", 2), ("wijkwerk", 1)]
    assert [card.slug for card in found.associations] == ["het-anker"]


def test_a_record_of_a_partner_has_its_associations(catalogue):
    """The most frequent first, without itself."""
    found = record(catalogue, "zorghuis", limit=1)

    assert [(card.slug, card.count) for card in found.associations] == [("de-brug", 2)]
    assert found.partner_count == 1


def test_an_organisation_without_practices_has_no_record(catalogue):
    """Unknown years are left out; one year is not a range."""
    assert record(catalogue, "derde") is None
    assert record(catalogue, "het-anker").years == "2012–2015"
    assert record(catalogue, "wijkwerk").years == "2009"


@pytest.mark.parametrize(
    ("periods", "years", "are_all"),
    [
        ([{"start": "2008", "eind": "2015"}, "vanaf eind 2019"], "2008–2019", False),
        ([{"start": "2015", "eind": "2015"}, "proef van twee jaar, vervolg in 2017"], "2015–2017", False),
        ([{"start": "2015", "eind": "2015"}, "2017"], "2015–2017", True),
        ([{"start": "2015", "eind": "2015"}, "ooit in het voorjaar"], "", False),
        ([{"start": "2015", "eind": "2015"}, None], "2015", False),
        ([None], "", False),
    ],
)
def test_a_record_reads_years_from_words(periods, years, are_all):
    """A period that cannot be read gives no range."""
    practices = [make_practice(f"p{number}", periode=period) for number, period in enumerate(periods)]
    found = record(make_catalogue(practices), "de-brug")

    assert (found.years, found.years_are_all) == (years, are_all)


SHARED: dict[str, Any] = {"corporaties": ["de-brug", "het-anker"], "partners": ["zorghuis"]}


@pytest.mark.parametrize(
    ("values", "slug", "places", "provinces"),
    [
        ({"plaatsen": ["Utrecht", "Limburg"], "provincies": ["utrecht", "limburg"]}, "het-anker", (), ()),
        ({"plaatsen": ["Den Haag", "Moerwijk (Den Haag)"]}, "het-anker", ("Den Haag",), ()),
        ({"plaatsen": ["Tilburg"], "provincies": ["noord-brabant"]}, "het-anker", ("Tilburg",), ("Noord-Brabant",)),
        ({"provincies": ["landelijk"]}, "het-anker", (), ()),
        (
            {"plaatsen": ["Utrecht", "Limburg"], "provincies": ["utrecht", "limburg"]},
            "zorghuis",
            ("Utrecht", "Limburg"),
            ("Utrecht", "Limburg"),
        ),
    ],
)
def test_places_are_only_attributed_if_certain(values, slug, places, provinces):
    """Of several organisations in several places it is unknown who was where."""
    catalogue = make_catalogue([make_practice("a", **SHARED, **values)], PARTNERS)
    found = record(catalogue, slug)

    assert (found.places, found.provinces) == (places, provinces)
    listed = {part.link.label for part in build_parts("/", [catalogue.partners[slug]], catalogue)}
    assert listed == set(provinces)


def test_a_place_can_follow_from_another_practice():
    several = make_practice("a", **SHARED, provincies=["utrecht", "limburg"])
    own = make_practice("b", corporaties=["het-anker"], provincies=["limburg"])

    assert record(make_catalogue([several, own], PARTNERS), "het-anker").provinces == ("Limburg",)


def test_adoptions_are_shown_on_both_pages(catalogue):
    """Adopting one's own practice is not "another"; the original shows all adoptions."""
    adoptions = Adoptions(catalogue, Cards(catalogue))

    assert [(item.card.practice.slug, item.who.slug) for item in adoptions.given["de-brug"]] == [
        ("a", "het-anker"),
        ("a", "derde"),
    ]
    assert [item.who.slug for item in adoptions.given["het-anker"]] == ["derde"]
    assert [(item.card.practice.slug, item.adoption.result) for item in adoptions.taken["derde"]] == [
        ("a", "Het ging goed.")
    ]
    assert (set(adoptions.given), set(adoptions.taken)) == ({"de-brug", "het-anker"}, {"derde"})


def test_a_list_has_parts_by_kind_and_by_province(catalogue):
    """By the provinces of its practices; there are no parts if all have one kind."""
    partners = [partner for partner in catalogue.partners.values() if not partner.is_association]
    associations = [partner for partner in catalogue.partners.values() if partner.is_association]

    def parts(organisations):
        return [
            (part.name, part.value, [partner.slug for partner in part.partners])
            for part in build_parts("/partners/", organisations, catalogue)
        ]

    assert parts(partners) == [
        ("soort", "welzijn", ["wijkwerk"]),
        ("soort", "zorg", ["zorghuis"]),
        ("provincie", "drenthe", ["zorghuis"]),
    ]
    assert parts(associations) == [
        ("provincie", "drenthe", ["de-brug", "het-anker"]),
        ("provincie", "utrecht", ["het-anker"]),
        ("provincie", "landelijk", ["het-anker"]),
    ]


def test_a_part_of_a_list_has_label_count_and_address(catalogue):
    parts = build_parts("/partners/", list(catalogue.partners.values()), catalogue)

    links = [part.link for part in parts if part.name == "soort"]
    assert [(link.label, link.count, link.path) for link in links] == [
        ("Welzijn", 1, "/partners/soort/welzijn/"),
        ("Woningcorporatie", 3, "/partners/soort/woningcorporatie/"),
        ("Zorg", 1, "/partners/soort/zorg/"),
    ]
