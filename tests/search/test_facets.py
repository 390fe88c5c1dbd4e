"""Which practices have which value."""

from __future__ import annotations

from typing import Any

from mvo_catalogue.search.index import FACETS, collect_values
from tests.factories import make_catalogue, make_partner, make_practice, make_topic

PERIOD = {"start": "2017", "eind": "2018"}
SCALES: dict[str, Any] = {"kosten": {"klasse": "0"}, "inzet": "2", "doorlooptijd": "1", "moeilijkheid": "4"}
CATALOGUE = make_catalogue(
    [
        make_practice("een", themas=["wonen", "leren"], partners=["bouw", "brood"], provincies=["drenthe"]),
        make_practice("twee", procesfase=["sloop"], onderbouwing="gemeten", doelgroepen=["jongeren"], periode=PERIOD),
        make_practice("drie", partners=["bouw"], gebied=["dorp"], **SCALES),
    ],
    [
        make_partner(),
        make_partner("bouw", naam="Bouw = goed/beter", soort="bouwbedrijf"),
        make_partner("brood", soort="bouwbedrijf"),
    ],
    [make_topic(), make_topic("leren")],
)


def test_every_practice_has_its_values():
    """A practice counts once for a kind of partner that two of its partners are."""
    found: dict[str, list[str]] = {}
    for slug in ("een", "twee", "drie"):
        values = collect_values(CATALOGUE.practices[slug], CATALOGUE)
        assert list(values) == list(FACETS), "the names are those that readers see in the address of a search"
        for facet, choices in values.items():
            for value, label in dict(choices).items():
                found.setdefault(f"{facet}/{value}={label}", []).append(slug)
    assert found == {
        "corporatie/de-brug=De Brug": ["een", "twee", "drie"],
        "doelgroep/jongeren=Jongeren": ["twee"],
        "doorlooptijd/1=tot 1 maand": ["drie"],
        "gebied/dorp=Dorp of platteland": ["drie"],
        "inzet/2=40 tot 160 uur": ["drie"],
        "jaar/2017=2017": ["twee"],
        "jaar/2018=2018": ["twee"],
        "kosten/0=geen": ["drie"],
        "moeilijkheid/4=besluit van het bestuur of een aanbesteding nodig": ["drie"],
        "onderbouwing/beschreven=Beschreven": ["een", "drie"],
        "onderbouwing/gemeten=Gemeten": ["twee"],
        "partner/bouw=Bouw = goed/beter": ["een", "drie"],
        "partner/brood=Brood": ["een"],
        "procesfase/sloop=Sloop": ["twee"],
        "provincie/drenthe=Drenthe": ["een"],
        "soort/bouwbedrijf=Bouwbedrijf": ["een", "drie"],
        "thema/leren=Leren": ["een"],
        "thema/wonen=Wonen": ["een", "twee", "drie"],
    }
