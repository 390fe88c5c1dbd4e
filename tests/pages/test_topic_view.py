"""The page of a topic: outcomes, what did not work, participants, and gaps."""

import pytest

from mvo_catalogue.domain.entries import best_known_first
from mvo_catalogue.domain.values import Province
from mvo_catalogue.pages.cards import Cards
from mvo_catalogue.pages.topic import build_topic_view
from tests.factories import (
    APPROACH,
    make_body,
    make_catalogue,
    make_partner,
    make_practice,
    make_topic,
    read_vocabulary,
)

PARTNERS = [
    make_partner("de-brug"),
    make_partner("het-anker"),
    make_partner("zorghuis", soort="zorg"),
    make_partner("wijkwerk", soort="welzijn"),
]
LESSONS = "## Lessen\n\n- Begin klein.\n"


def view(*practices):
    """Return the page of the topic "wonen" with these practices."""
    catalogue = make_catalogue(practices, PARTNERS)
    topic = make_topic("wonen")
    ordered = sorted(practices, key=best_known_first)
    return build_topic_view(topic, ordered, catalogue, Cards(catalogue))


def missing(*practices):
    """Return the gaps as one text."""
    return " ".join(gap.missing for gap in view(*practices).gaps)


def slugs(shown):
    """Return which practices are shown."""
    return [getattr(one, "practice", one).slug for one in shown]


def test_the_best_practices_with_an_outcome_come_first():
    """None is listed twice."""
    found = view(
        *(make_practice(f"p{number}", onderbouwing="gemeten", uitkomst="Er kwamen 69 mensen.") for number in range(4)),
        make_practice("onderzocht", onderbouwing="onderzocht"),
    )

    assert slugs(found.best) == ["p0", "p1", "p2"]
    assert slugs(found.rest) == ["onderzocht", "p3"]
    assert found.whole_path == "/praktijken/?thema=wonen"
    assert slugs(view(make_practice("a"), make_practice("b")).rest) == ["a", "b"]


def test_subjects_come_from_keywords():
    """Those of many practices, without duplicates."""
    found = view(
        *(make_practice(f"a{number}", zoekwoorden=["huurschuld", "incasso"]) for number in range(4)),
        *(make_practice(f"b{number}", zoekwoorden=["stroom"]) for number in range(3)),
        make_practice("c", zoekwoorden=["balkon"]),
    )

    assert found.subjects == [
        ("Huurschuld", "/praktijken/?thema=wonen&q=huurschuld"),
        ("Stroom", "/praktijken/?thema=wonen&q=stroom"),
    ]


def test_practices_with_this_main_topic_come_first():
    """However much is known of others."""
    outcome = "Er kwamen 69 mensen."
    own = make_practice("own", themas=["wonen"], uitkomst=outcome)
    beside = make_practice("beside", onderbouwing="onderzocht", themas=["werken", "wonen"], uitkomst=outcome)
    catalogue = make_catalogue([own, beside], topics=[make_topic("wonen"), make_topic("werken")])
    found = build_topic_view(make_topic("wonen"), [beside, own], catalogue, Cards(catalogue))

    assert slugs(found.best) == ["own", "beside"]


def test_instruments_and_target_groups_link_to_a_search():
    """The four most frequent, with their counts."""
    found = view(
        *(make_practice(f"p{number}", instrumenten=["stage"], doelgroepen=["jongeren"]) for number in range(2))
    )

    assert [(tally.count, tally.path) for tally in found.means] == [(2, "/praktijken/?thema=wonen&aanpak=stage")]
    assert [(tally.count, tally.path) for tally in found.groups] == [(2, "/praktijken/?thema=wonen&doelgroep=jongeren")]


def test_what_did_not_work_is_listed():
    """With a link to a search for all of it."""
    found = view(
        make_practice("liep"), make_practice("stopte", fase="gestopt"), make_practice("viel", tegengevallen=True)
    )

    assert (slugs(found.failed), slugs(found.rest)) == (["stopte", "viel"], ["liep", "stopte", "viel"])
    assert found.failed_path == "/praktijken/?thema=wonen&werkte-niet=ja"


def test_evidence_and_kinds_of_partner_are_counted_and_link_to_a_search():
    """A practice counts once per kind; the strongest evidence first."""
    found = view(
        make_practice("a", partners=["zorghuis", "wijkwerk"], onderbouwing="gemeten"),
        make_practice("b", partners=["zorghuis"]),
    )

    assert [(tally.label, tally.count) for tally in found.kinds] == [("Zorg", 2), ("Welzijn", 1)]
    assert found.kinds[0].path == "/praktijken/?thema=wonen&soort=zorg"
    assert [(tally.label, tally.path) for tally in found.evidence] == [
        ("Gemeten", "/praktijken/?thema=wonen&onderbouwing=gemeten"),
        ("Beschreven", "/praktijken/?thema=wonen&onderbouwing=beschreven"),
    ]


def test_an_empty_topic_only_asks_for_a_first_practice():
    assert [gap.missing for gap in view().gaps] == ["Er staat nog geen enkele praktijk bij dit thema."]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"onderbouwing": "gemeten"}, "is gemeten wat zij oplevert"),
        ({"onderbouwing": "vergeleken"}, "nergens vergeleken"),
        ({"fase": "gestopt"}, "nog geen gestopte praktijk"),
        ({"overgenomen": [{"corporatie": "het-anker", "jaar": "2020"}]}, "overnam"),
        ({"kosten": {"klasse": "2"}}, "wat het de corporatie kostte"),
        ({"provincies": ["drenthe"]}, "is de provincie bekend"),
        ({"partners": ["zorghuis"]}, ", zorg,"),
        ({"body": make_body(APPROACH + LESSONS)}, "geen lessen"),
    ],
)
def test_a_gap_disappears_when_it_is_filled(values, said):
    before = make_practice("a", onderbouwing="gemeten" if said == "nergens vergeleken" else "beschreven")

    assert said in missing(before)
    assert said not in missing(before, make_practice("b", **values))


def test_provinces_without_a_practice_are_a_gap():
    """A practice in the whole country is no practice in a province."""
    text = missing(make_practice("a", provincies=["drenthe"]), make_practice("b", provincies=["landelijk"]))

    assert "uit Flevoland, Friesland" in text
    assert "Utrecht, Zeeland of Zuid-Holland." in text
    assert "uit Drenthe" not in text
    assert "in heel Nederland lopen" in text
    everywhere = [province.value for province in Province]
    assert "nog geen praktijk uit" not in missing(make_practice("a", provincies=everywhere))


def test_a_cost_in_words_leaves_the_gap():
    """Only a class on the scale counts."""
    said = {"toelichting": "De huur is 576 euro."}
    some = missing(make_practice("a", kosten=said), make_practice("b", kosten=said), make_practice("c"))

    assert "Bij geen enkele praktijk is bekend wat het de corporatie kostte." in some
    known = make_practice("d", kosten={"klasse": "1"})
    assert "Bij 1 van de 3 praktijken is bekend" in missing(make_practice("a"), make_practice("b"), known)


def test_with_all_kinds_of_partner_there_is_no_gap():
    others = [make_partner(kind, soort=kind) for kind in read_vocabulary("partnersoorten")]
    names = [other.slug for other in others if not other.is_association and other.kind != "overig"]
    practice = make_practice("a", partners=names)
    catalogue = make_catalogue([practice], [make_partner("de-brug"), *others])

    gaps = build_topic_view(make_topic("wonen"), [practice], catalogue, Cards(catalogue)).gaps

    assert not [gap for gap in gaps if "van de soort" in gap.missing]
