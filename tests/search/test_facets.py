"""Which practices have which value."""

from __future__ import annotations

from typing import Any

from mvo_catalogue.search.facets import DATE, FACETS, collect_values, list_choices, split_values
from tests.factories import make_catalogue, make_partner, make_practice, make_topic
from tests.search.reader import decode, read_words

PERIOD = {"start": "2017", "eind": "2018"}
SCALES: dict[str, Any] = {"kosten": {"klasse": "0"}, "inzet": "2", "doorlooptijd": "1", "moeilijkheid": "4"}
CATALOGUE = make_catalogue(
    [
        make_practice("een", themas=["wonen", "leren"], partners=["bouw", "brood"], provincies=["drenthe"]),
        make_practice("twee", procesfase=["sloop"], onderbouwing="gemeten", doelgroepen=["jongeren"], periode=PERIOD),
        make_practice("drie", partners=["bouw"], gepubliceerd="2026-11-02", gebied=["dorp"], **SCALES),
    ],
    [
        make_partner(),
        make_partner("bouw", naam="Bouw = goed/beter", soort="bouwbedrijf"),
        make_partner("brood", soort="bouwbedrijf"),
    ],
    [make_topic(), make_topic("leren")],
)


VALUES = collect_values([CATALOGUE.practices[slug] for slug in ("een", "twee", "drie")], CATALOGUE)


def read(limit: int) -> dict[str, list[int]]:
    """Return the documents per value, as a browser reads them."""
    found = {}
    for words, (added, kept, counts, gaps) in split_values(VALUES, limit):
        assert read_words(added, kept) == words
        numbers = iter(decode(gaps))
        for word, count in zip(words, decode(counts), strict=True):
            documents, last = [], 0
            for _ in range(count):
                last += next(numbers)
                documents.append(last)
            found[word] = documents
    return found


def test_every_value_has_its_documents():
    """A practice counts once for a kind of partner that two of its partners are."""
    assert read(6_000) == {
        "corporatie/de-brug=De Brug": [0, 1, 2],
        "doelgroep/jongeren=Jongeren": [1],
        "doorlooptijd/1=tot 1 maand": [2],
        "gebied/dorp=Dorp of platteland": [2],
        "gepubliceerd/2026-11-01=": [0, 1],
        "gepubliceerd/2026-11-02=": [2],
        "inzet/2=40 tot 160 uur": [2],
        "jaar/2017=2017": [1],
        "jaar/2018=2018": [1],
        "kosten/0=geen": [2],
        "moeilijkheid/4=besluit van het bestuur of een aanbesteding nodig": [2],
        "onderbouwing/beschreven=Beschreven": [0, 2],
        "onderbouwing/gemeten=Gemeten": [1],
        "partner/bouw=Bouw = goed/beter": [0, 2],
        "partner/brood=Brood": [0],
        "procesfase/sloop=Sloop": [1],
        "provincie/drenthe=Drenthe": [0],
        "soort/bouwbedrijf=Bouwbedrijf": [0, 2],
        "thema/leren=Leren": [0],
        "thema/wonen=Wonen": [0, 1, 2],
    }


def test_files_can_be_small():
    """The same values, one per file."""
    assert read(1) == read(6_000)


def test_every_facet_of_an_address_is_there():
    """The names are those that readers see in the address of a search."""
    assert {word.split("/")[0] for word in read(6_000)} == set(FACETS)


def test_the_choices_of_the_whole_catalogue_are_counted():
    """The most frequent first, and then in the order in which a browser finds the values; days are no choice."""
    choices = dict(list_choices(VALUES))
    assert set(choices) == set(FACETS) - {DATE}
    assert choices["partner"] == [["bouw", "Bouw = goed/beter", 2], ["brood", "Brood", 1]]
    assert choices["onderbouwing"] == [["beschreven", "Beschreven", 2], ["gemeten", "Gemeten", 1]]
