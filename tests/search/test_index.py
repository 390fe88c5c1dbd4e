"""Search documents: fields, facets and hits of a practice, and the index files."""

import dataclasses
import json
from pathlib import Path
from typing import Any

from lunr_shards.write import write_files
from mvo_catalogue.domain.attachments import Attachment
from mvo_catalogue.domain.vocabulary import SynonymGroup, VocabularyValue
from mvo_catalogue.search.analysis import word_list
from mvo_catalogue.search.compounds import Terms
from mvo_catalogue.search.index import (
    FIELD_BOOSTS,
    build_documents,
    build_fields,
    build_hit,
    build_synonyms,
    list_beginnings,
    make_search,
)
from mvo_catalogue.site.facets import FACETS, collect_values
from tests.factories import make_body, make_catalogue, make_page, make_partner, make_practice, make_topic

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
    zoekvragen=["waar laat je kistjes"],
    onderbouwing="gemeten",
    uitkomst="In een jaar 900 dozen.",
    rol_corporatie="Geef een berging.",
    materialen=[{"titel": "Lijst", "url": "https://example.org/lijst", "soort": "checklist"}],
    body=make_body(
        "Vooraf.\n\n## Aanleiding\n\nTe veel *dozen* & rommel.\n\n## Aanpak\n\n1. Haal op.\n\n"
        "## Verloop\n\nHet groeide.\n\n## Resultaten\n\n900 dozen.\n\n"
        "## Lessen\n\nBegin klein.\n\n## Vervolg\n\nHet karton groeit."
    ),
)
CATALOGUE = make_catalogue(
    [PRACTICE],
    [make_partner("de-brug", andere_namen=["Stichting De Brug"]), make_partner("wijkwerk", soort="welzijn")],
    [make_topic("wonen")],
)


def test_every_field_has_its_text():
    """Names for slugs, former names too, without tags and entities."""
    assert build_fields(PRACTICE, CATALOGUE, Terms({})) == {
        "titel": "Dozen krijgen een tweede leven",
        "samenvatting": PRACTICE.summary,
        "aanpak": "Haal op. Het groeide. Vooraf. Vervolg Het karton groeit. Geef een berging. Checklist: Lijst.",
        "resultaten": "In een jaar 900 dozen. 900 dozen.",
        "lessen": "Begin klein.",
        "aanleiding": "Te veel dozen & rommel.",
        "zoekwoorden": "karton Jongeren Stage",
        "zoekvragen": "waar laat je kistjes",
        "themas": "Wonen",
        "partners": "De Brug Stichting De Brug Wijkwerk verhuizers",
        "plaatsen": "Veenstad Heel Nederland",
        "delen": "check list",
    }


def test_the_fields_are_those_with_a_boost():
    assert set(build_fields(make_practice(), CATALOGUE, Terms({}))) == set(FIELD_BOOSTS)


def test_a_hit_has_names():
    """In the order of docs/search.md."""
    assert build_hit(PRACTICE, CATALOGUE, [7, 3]) == [
        "dozen",
        "Dozen krijgen een tweede leven",
        PRACTICE.summary,
        ["Wonen"],
        ["De Brug"],
        ["Wijkwerk"],
        ["Veenstad"],
        "In een jaar 900 dozen.",
        "",
        "",
        "Met checklist",
        "Gemeten",
        2,
        PRACTICE.published_on.isoformat(),
        PRACTICE.reviewed_on.isoformat(),
        [7, 3],
    ]


PERIOD = {"start": "2017", "eind": "2018"}
LETTER = {"titel": "Brief", "url": "https://example.org/brief", "soort": "brief"}
SCALES: dict[str, Any] = {"kosten": {"klasse": "0"}, "moeilijkheid": "3"}
VALUED = make_catalogue(
    [
        make_practice("een", themas=["wonen", "leren"], partners=["bouw", "brood"], provincies=["drenthe"]),
        make_practice("twee", procesfase=["sloop"], onderbouwing="gemeten", doelgroepen=["jongeren"], periode=PERIOD),
        make_practice("drie", partners=["bouw"], gebied=["dorp"], materialen=[LETTER, LETTER], **SCALES),
    ],
    [
        make_partner(),
        make_partner("bouw", naam="Bouw = goed/beter", soort="bouwbedrijf"),
        make_partner("brood", soort="bouwbedrijf"),
    ],
    [make_topic(), make_topic("leren")],
)


def test_every_practice_has_its_facet_values():
    """A kind of partner once."""
    found: dict[str, list[str]] = {}
    for slug in ("een", "twee", "drie"):
        values = collect_values(VALUED.practices[slug], VALUED)
        assert list(values) == list(FACETS), "the names are those that readers see in the address of a search"
        for facet, choices in values.items():
            for value, label in dict(choices).items():
                found.setdefault(f"{facet}/{value}={label}", []).append(slug)
    assert found == {
        "corporatie/de-brug=De Brug": ["een", "twee", "drie"],
        "doelgroep/jongeren=Jongeren": ["twee"],
        "gebied/dorp=Dorp of platteland": ["drie"],
        "jaar/2017=2017": ["twee"],
        "jaar/2018=2018": ["twee"],
        "kosten/0=geen": ["drie"],
        "materiaal/brief=Voorbeeldbrief": ["drie"],
        "moeilijkheid/3=Ook meer partners en een contract": ["drie"],
        "moeilijkheid/4=Ook een besluit of een aanbesteding": ["drie"],
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


ROOT = Path(__file__).resolve().parent.parent.parent
QUALITY = ROOT / "bench/search_quality"


def group(*words: str) -> dict[str, VocabularyValue]:
    """Return a vocabulary of one group."""
    return {"groep": SynonymGroup(naam="Groep", woorden=words)}


def test_an_outcome_with_figures_is_recognised():
    """Also in words: a half."""
    outcomes = {
        "tien": "Er zijn 10 dozen.",
        "half": "De helft bleef.",
        "niet": "Het werd rustig.",
        "bereik": "Bereik: 18 jongeren deden mee.",
    }
    catalogue = make_catalogue([make_practice(slug, uitkomst=words) for slug, words in outcomes.items()])
    documents = build_documents(catalogue, Terms({}))
    assert {document.ref for document in documents if list(document.values["uitkomst"])} == {"tien", "half"}


def test_phrases_are_terms_with_spaces():
    """Without stop words, and hyphenated words joined."""
    found = build_synonyms(group("Afstand tot de arbeidsmarkt", "CO₂-voetafdruk", "hang- en sluitwerk"))

    assert found == [["afstand arbeidsmarkt", "co2voetafdruk", "hang sluitwerk"]]


def test_a_synonym_phrase_needs_two_words():
    """*naar werk* would match every *werk*."""
    assert build_synonyms(group("re-integratie", "naar werk", "Re-integratie")) == [["reintegratie"]]


def test_a_name_may_have_one_word_left():
    """*Den Bosch* finds *'s-Hertogenbosch*."""
    assert build_synonyms(group("'s-Hertogenbosch", "Den Bosch")) == [["shertogenbosch", "bosch"]]


def test_synonyms_and_names_are_listed_under_the_start_of_each_word():
    groups = [["huur niet betaald", "ov"], ["huurder", "huurster"]]
    name = ("partner", "ov-huis", "OV Huis")
    assert list_beginnings(groups, [name]) == {
        "huu": (["huur niet betaald,ov", "huurder,huurster"], []),
        "ov": (["huur niet betaald,ov"], [name]),
        "hui": ([], [name]),
    }


def test_judged_queries_have_grades():
    """The benchmark ignores entries that no longer exist."""
    files = ("queries.json", "readers.json")
    queries = [query for name in files for query in json.loads((QUALITY / name).read_text(encoding="utf-8"))]

    assert len({query["vraag"] for query in queries}) == len(queries)
    assert all(query["goed"] and set(query["goed"].values()) <= {1, 2} for query in queries)
    assert {query["deel"] for query in queries} == {"ontwikkeling", "apart", "lezers"}


def test_there_are_as_many_pairs_as_documented():
    pairs = json.loads((QUALITY / "pairs.json").read_text(encoding="utf-8"))
    kinds = [pair["soort"] for pair in pairs]

    assert {kind: kinds.count(kind) for kind in kinds} == {
        "verbuiging": 90,
        "accenten": 24,
        "deel": 30,
        "tekens": 16,
        "tikfout": 15,
        "tijdens het typen": 15,
    }


FOUR = make_catalogue([make_practice(slug) for slug in ("portieken", "tuinen", "10", "9")])


def test_the_manifest_has_our_own_keys(tmp_path):
    pages = {"over": make_page("over", titel="Over de catalogus", body=make_body("## Geen cookies\n\nVoor niemand.\n"))}
    text = Attachment("clausule.md", "", restore=lambda: make_body("## De tekst\n\nDe aannemer plant.\n"))
    material = {"titel": "Clausule voor groen", "bestand": "clausule.md", "soort": "voorbeeldtekst"}
    practices = {**FOUR.practices, "tuinen": make_practice("tuinen", materialen=[material])}
    catalogue = dataclasses.replace(
        FOUR, practices=practices, pages=pages, attachments={"tuinen": {"clausule.md": text}}
    )
    write_files(make_search(catalogue, text_path=lambda slug: f"/p/{slug}.html"), tmp_path)
    manifest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["documents"] == 4
    assert manifest["facets"] == list(FACETS)
    assert manifest["path"] == "/praktijken/*/"
    assert manifest["pages"] == [
        ["/p/over.html", "Over de catalogus", "catalogus cookies"],
        ["/praktijken/tuinen/clausule/", "Clausule voor groen", "clausule groen voorbeeldtekst tekst"],
    ]
    assert set(manifest["stopWords"]) == word_list("stop_words")
    assert "synonyms" not in manifest
    assert (tmp_path / "lunr.json").is_file()


def test_practices_have_the_order_of_the_index():
    """Each with the texts under its headings."""
    documents = list(build_documents(FOUR, Terms({})))
    assert [document.ref for document in documents] == ["9", "10", "portieken", "tuinen"]
    practice = FOUR.practices["tuinen"]
    assert documents[-1].texts == [section.text for section in practice.body.sections if section.text]
