"""The catalogue: groups of entries, and what is published."""

import datetime

from mvo_catalogue.domain.catalogue import Catalogue, group_by
from tests.factories import make_catalogue, make_practice


def test_an_item_is_listed_once_per_key():
    """In the order of the items."""
    groups = group_by(["ab", "ba", "aa"], list)

    assert groups == {"a": ["ab", "ba", "aa"], "b": ["ab", "ba"]}


def test_practices_are_grouped_by_topic_association_and_partner():
    first = make_practice("a", themas=["wonen", "werken"], corporaties=["de-brug"], partners=["wijkwerk"])
    second = make_practice("b", themas=["wonen"], corporaties=["het-anker"], partners=["wijkwerk"])
    catalogue = make_catalogue([second, first])

    assert catalogue.practices_by_topic == {"wonen": [first, second], "werken": [first]}
    assert catalogue.practices_by_partner == {"de-brug": [first], "het-anker": [second], "wijkwerk": [first, second]}


def test_drafts_are_not_published():
    """Nor are they in groups."""
    draft = make_practice("a", concept="true", gepubliceerd="2026-11-20", gecontroleerd="2026-11-20")
    ready = make_practice("b", gepubliceerd="2026-11-01", gecontroleerd="2026-11-02")
    published = make_catalogue([draft, ready]).published()

    assert list(published.practices) == ["b"]
    assert published.practices_by_topic == {"wonen": [ready]}
    assert published.last_changed == datetime.date(2026, 11, 2)


def test_an_empty_catalogue_has_no_last_change():
    assert Catalogue().last_changed is None
