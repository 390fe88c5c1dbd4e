"""Synonyms as the browser reads them, and the queries and pairs of the benchmark."""

from __future__ import annotations

import json
from pathlib import Path

from mvo_catalogue.domain.vocabulary import SynonymGroup, VocabularyValue
from mvo_catalogue.search.index import build_synonyms

ROOT = Path(__file__).resolve().parent.parent.parent
QUALITY = ROOT / "bench/search_quality"


def group(*words: str) -> dict[str, VocabularyValue]:
    """Return a vocabulary of one group."""
    return {"groep": SynonymGroup(naam="Groep", woorden=words)}


def test_phrases_are_terms_with_spaces():
    """Stop words are left out, hyphens close up."""
    found = build_synonyms(group("Afstand tot de arbeidsmarkt", "CO₂-voetafdruk", "hang- en sluitwerk"))

    assert found == [["afstand arbeidsmarkt", "co2voetafdruk", "hang sluitwerk"]]


def test_a_phrase_of_which_one_word_is_left_says_too_little():
    """*naar werk* would make every *werk* the same."""
    assert build_synonyms(group("re-integratie", "naar werk", "Re-integratie")) == [["reintegratie"]]


def test_queries_are_judged_by_grades():
    """Of entries that were there when they were judged; the benchmark leaves out what is gone."""
    queries = json.loads((QUALITY / "queries.json").read_text(encoding="utf-8"))

    assert len({query["vraag"] for query in queries}) == len(queries)
    assert all(query["goed"] and set(query["goed"].values()) <= {1, 2} for query in queries)
    assert {query["deel"] for query in queries} == {"ontwikkeling", "apart"}


def test_there_are_as_many_pairs_of_each_kind_as_promised():
    """The aims count them."""
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
