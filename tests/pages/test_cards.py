"""Cards and short facts of entries in lists."""

import pytest

from mvo_catalogue.pages.cards import Cards
from tests.factories import make_catalogue, make_partner, make_practice, make_topic

PARTNERS = [
    make_partner("de-brug", kernactiviteit="Verhuurt woningen."),
    make_partner("het-anker"),
    make_partner("wijkwerk", soort="sociaal-werkbedrijf", opgevolgd_door=["stadswerk"]),
    make_partner("stadswerk", soort="sociaal-werkbedrijf"),
]
TOPICS = [
    make_topic("wonen", volgorde="2"),
    make_topic("buurt", volgorde="1"),
    make_topic("groen", volgorde="2"),
    make_topic("werken", pijler="mensen-en-werk"),
]
PRACTICES = [
    make_practice("a", themas=["wonen", "werken"], partners=["wijkwerk"]),
    make_practice("b", corporaties=["het-anker", "de-brug"], verwant=["a"], gebaseerd_op=["c"], opgevolgd_door=["weg"]),
    make_practice("c", corporaties=["het-anker"]),
]


@pytest.fixture
def cards():
    """Return the cards of a small catalogue."""
    return Cards(make_catalogue(PRACTICES, PARTNERS, TOPICS))


def test_a_practice_card_has_names_instead_of_slugs(cards):
    card = cards.practices["a"]

    assert (card.path, card.practice) == ("/praktijken/a/", PRACTICES[0])
    assert card.about == "Wonen, Werken"
    assert (card.actors, card.by) == (("De Brug",), "De Brug")


def test_a_practice_card_has_some_places_and_a_count_of_the_others():
    """Semicolons separate names that contain a comma, "en" or "of"."""
    few = make_practice("a", plaatsen=["Gennep", "Mook en Middelaar"])
    many = make_practice("b", plaatsen=["Assen", "Emmen", "Meppel", "Hoogeveen"])
    cards = Cards(make_catalogue([few, many], PARTNERS, TOPICS))

    assert cards.practices["a"].where == "Gennep, Mook en Middelaar"
    assert cards.practices["b"].where == "Assen, Emmen en nog\u00a02"


def test_cards_count_their_practices(cards):
    assert [cards.partners[slug].count for slug in ("de-brug", "het-anker", "wijkwerk", "stadswerk")] == [
        2,
        2,
        1,
        0,
    ]
    assert [cards.topics[slug].count for slug in ("wonen", "werken", "groen")] == [3, 1, 0]


def test_a_partner_card_has_name_and_kind(cards):
    card = cards.partners["de-brug"]

    assert (card.name, card.kind_label) == ("De Brug", "Woningcorporatie")


def test_topics_are_grouped_by_pillar_in_order(cards):
    """The order of the editors, then the name; empty pillars are left out."""
    assert [(label, [card.slug for card in cards]) for label, cards in cards.pillars.items()] == [
        ("Mensen en werk", ["werken"]),
        ("Wijk en samenleven", ["buurt", "groen", "wonen"]),
    ]


def test_neighbours_are_the_other_topics_of_the_pillar(cards):
    assert [card.slug for card in cards.neighbours(TOPICS[0])] == ["buurt", "groen"]
    assert cards.neighbours(TOPICS[3]) == []


def most_active(cards, practices, limit, without=""):
    """Return the most active partners of these practices."""
    return cards.most_active((practice.actors for practice in practices), limit, without=without)


def test_the_most_active_partners_have_most_of_the_given_practices(cards):
    """Ties in order of appearance; one may be excluded."""
    found = most_active(cards, PRACTICES[1:], 12)

    assert [(card.slug, card.count) for card in found] == [("het-anker", 2), ("de-brug", 1)]
    assert [card.slug for card in most_active(cards, PRACTICES, 1)] == ["de-brug"]
    assert [card.slug for card in most_active(cards, PRACTICES[1:], 12, without="het-anker")] == ["de-brug"]
    assert cards.partners["het-anker"].count == 2


def test_a_partner_has_its_predecessors(cards):
    assert {slug: [card.slug for card in cards] for slug, cards in cards.predecessors.items()} == {
        "stadswerk": ["wijkwerk"]
    }


@pytest.mark.parametrize(("count", "by"), [(3, "A, B, C"), (4, "A, B, C en nog\u00a01")])
def test_a_card_names_three_participants_and_counts_the_others(count, by):
    partners = [make_partner(slug) for slug in "abcd"[:count]]
    practice = make_practice(corporaties=[partner.slug for partner in partners])
    assert Cards(make_catalogue([practice], partners)).practices[practice.slug].by == by
