"""The index equals, number for number, what the stock builder of ``lunr`` makes of the same terms."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lunr.builder import Builder
from lunr.index import Index
from lunr.pipeline import Pipeline
from lunr.token import Token

from mvo_catalogue.search.analysis import analyse
from mvo_catalogue.search.documents import FIELD_BOOSTS, build_search_document
from mvo_catalogue.search.lunr_index import CompactBuilder
from mvo_catalogue.validation.load import load_catalogue
from tests.factories import TODAY

ROOT = Path(__file__).resolve().parents[2]
SMALL = [
    {"ref": "b", "titel": "Vroeg eropaf bij huurschuld", "tekst": "Bel aan, bel terug en bel nog eens."},
    {"ref": "a", "titel": "Één plek", "tekst": "Eén plek voor vroeg contact: thema's, CO2 en 2e kans."},
    {"ref": "met/schuine streep", "titel": "", "tekst": "bel"},
    {"ref": "c", "titel": "住宅 𠀀 \ufa0e", "tekst": ""},
]


def build(documents, boosts):
    """Return the index as our builder writes it."""
    builder = CompactBuilder()
    for name, boost in boosts.items():
        builder.field(name, boost)
    for document in documents:
        builder.add(document)
    return json.loads("".join(builder.serialise()))


def build_stock(documents, boosts):
    """Return the index as the builder of the package makes it, fed with our terms and without word positions."""
    builder = Builder()
    builder.ref("ref")
    builder.metadata_whitelist = []
    for name, boost in boosts.items():
        builder.field(name, boost=boost)
    builder.pipeline = Pipeline()
    for document in documents:
        terms = {name: [Token(term) for term in analyse(document[name])] for name in boosts}
        builder.add({"ref": document["ref"], **terms})
    return json.loads(json.dumps(builder.build().serialize()))


def normalise(index):
    """Return an index without what depends on the order in which terms came."""
    terms = {posting["_index"]: term for term, posting in index["invertedIndex"]}
    vectors = {
        ref: {terms[term]: weight for term, weight in zip(vector[::2], vector[1::2], strict=True)}
        for ref, vector in index["fieldVectors"]
    }
    postings = {
        term: {field: refs for field, refs in posting.items() if field != "_index"}
        for term, posting in index["invertedIndex"]
    }
    return {**index, "fieldVectors": vectors, "invertedIndex": postings}


@pytest.fixture(scope="module")
def real_documents():
    """Return the search documents of the real catalogue."""
    catalogue, _ = load_catalogue(ROOT / "content", TODAY)
    return [build_search_document(practice, catalogue) for practice in catalogue.practices.values()]


def test_a_small_index_is_that_of_the_stock_builder():
    """Fields, weights, postings and numbers are the same, also for an empty field and an odd name."""
    boosts = {"titel": 10, "tekst": 1}
    ours, stock = build(SMALL, boosts), build_stock(SMALL, boosts)

    assert (ours["version"], ours["fields"], ours["pipeline"]) == (stock["version"], stock["fields"], stock["pipeline"])
    assert normalise(ours) == normalise(stock)


def test_the_real_index_is_that_of_the_stock_builder(real_documents):
    """Every weight of every word in every field of every practice."""
    ours, stock = normalise(build(real_documents, FIELD_BOOSTS)), normalise(build_stock(real_documents, FIELD_BOOSTS))

    assert len(ours["fieldVectors"]) == len(real_documents) * len(FIELD_BOOSTS)
    assert ours.keys() == stock.keys()
    for part in ours:
        assert ours[part] == stock[part], part


def test_the_index_can_be_loaded_and_searched():
    """A word leads to the document that has it, in any field, and a title weighs more than a text."""
    index = Index.load(build(SMALL[:3], {"titel": 10, "tekst": 1}))

    assert [hit["ref"] for hit in index.search("vroeg")] == ["b", "a"]
    assert [hit["ref"] for hit in index.search("titel:plek")] == ["a"]
    assert index.search("tekst:eropaf") == []


def test_terms_stand_in_the_order_in_which_javascript_compares():
    """Lunr in the browser refuses words that come out of order, and it compares UTF-16, not characters."""
    terms = [term for term, _ in build(SMALL, {"titel": 1, "tekst": 1})["invertedIndex"]]

    assert terms == sorted(terms, key=lambda term: term.encode("utf-16-be"))
    assert terms.index("𠀀") < terms.index("\ufa0e")


def test_the_same_documents_give_the_same_bytes():
    """Nothing of time or chance is in an index."""
    assert build(SMALL, {"titel": 1, "tekst": 1}) == build(SMALL, {"titel": 1, "tekst": 1})


def test_no_documents_make_an_empty_index():
    """A catalogue without practices has an index in which nothing is found."""
    index = build([], {"titel": 1})

    assert (index["fieldVectors"], index["invertedIndex"]) == ([], [])
    assert Index.load(index).search("iets") == []
