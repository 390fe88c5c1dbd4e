"""Cards and facts: what a page shows of an entry elsewhere."""

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


def test_a_practice_card_names_things_as_readers_know_them(cards):
    """Names instead of slugs, and paths to follow."""
    card = cards.practices["a"]

    assert (card.path, card.practice) == ("/praktijken/a/", PRACTICES[0])
    assert card.about == "Wonen, Werken"
    assert (card.actors, card.by) == (("De Brug",), "De Brug")


def test_a_practice_card_says_some_places_and_how_many_more():
    """Names of which one holds a comma, "en" or "of" stand between semicolons."""
    few = make_practice("a", plaatsen=["Gennep", "Mook en Middelaar"])
    many = make_practice("b", plaatsen=["Assen", "Emmen", "Meppel", "Hoogeveen"])
    cards = Cards(make_catalogue([few, many], PARTNERS, TOPICS))

    assert cards.practices["a"].where == "Gennep, Mook en Middelaar"
    assert cards.practices["b"].where == "Assen, Emmen en nog\u00a02"


def test_cards_count_their_practices(cards):
    """A partner and a topic say in how many practices they are."""
    assert [cards.partners[slug].count for slug in ("de-brug", "het-anker", "wijkwerk", "stadswerk")] == [
        2,
        2,
        1,
        0,
    ]
    assert [cards.topics[slug].count for slug in ("wonen", "werken", "groen")] == [3, 1, 0]


def test_a_partner_card_says_what_it_is(cards):
    """Name and kind are those that readers know."""
    card = cards.partners["de-brug"]

    assert (card.name, card.kind_label) == ("De Brug", "Woningcorporatie")


def test_topics_stand_under_their_pillar_in_order(cards):
    """Pillars without topics are left out; within one the order of the editors counts, then the name."""
    assert [(label, [card.slug for card in cards]) for label, cards in cards.pillars] == [
        ("Mensen en werk", ["werken"]),
        ("Wijk en samenleven", ["buurt", "groen", "wonen"]),
    ]


def test_neighbours_are_the_other_topics_of_the_pillar(cards):
    """A topic is not its own neighbour."""
    assert [card.slug for card in cards.neighbours(TOPICS[0])] == ["buurt", "groen"]
    assert cards.neighbours(TOPICS[3]) == []


def most_active(cards, practices, limit, without=""):
    """Return who took part in most of these practices."""
    return cards.most_active((practice.actors for practice in practices), limit, without=without)


def test_the_most_active_count_only_the_practices_given(cards):
    """Who does most comes first, then who was named first; one may be left out."""
    found = most_active(cards, PRACTICES[1:], 12)

    assert [(card.slug, card.count) for card in found] == [("het-anker", 2), ("de-brug", 1)]
    assert [card.slug for card in most_active(cards, PRACTICES, 1)] == ["de-brug"]
    assert [card.slug for card in most_active(cards, PRACTICES[1:], 12, without="het-anker")] == ["de-brug"]
    assert cards.partners["het-anker"].count == 2


def test_a_partner_knows_whose_work_it_continues(cards):
    """The entry says it of the other."""
    assert {slug: [card.slug for card in cards] for slug, cards in cards.predecessors.items()} == {
        "stadswerk": ["wijkwerk"]
    }


@pytest.mark.parametrize(("count", "by"), [(3, "A, B, C"), (4, "A, B, C en nog\u00a01")])
def test_a_card_names_three_who_did_it(count, by):
    """The others are counted."""
    partners = [make_partner(slug) for slug in "abcd"[:count]]
    practice = make_practice(corporaties=[partner.slug for partner in partners])
    assert Cards(make_catalogue([practice], partners)).practices[practice.slug].by == by
