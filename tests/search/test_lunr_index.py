"""Our builder gives the index of the stock builder, in an order of our own."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from typing import Any

import pytest
from lunr.builder import Builder

from mvo_catalogue.search import lunr_index
from mvo_catalogue.search.analysis import analyse
from mvo_catalogue.search.documents import FIELD_BOOSTS, build_search_document
from mvo_catalogue.search.lunr_index import CompactBuilder
from mvo_catalogue.validation.load import load_catalogue
from tests.site.fixtures import ROOT


def build(documents: list[dict[str, str]], boosts: Mapping[str, float]) -> CompactBuilder:
    """Return our index of documents."""
    builder = CompactBuilder()
    for name, boost in boosts.items():
        builder.field(name, boost)
    for document in documents:
        builder.add(document)
    builder.finish()
    return builder


def stock_index(documents: list[dict[str, str]], boosts: Mapping[str, float], order: list[str]) -> dict[str, Any]:
    """Return what the stock builder makes of documents in this order, with the same terms."""
    builder = Builder()
    builder.ref("ref")
    for name, boost in boosts.items():
        builder.field(name, boost)
    by_ref = {document["ref"]: document for document in documents}
    for ref in order:
        document = by_ref[ref]
        builder.add({"ref": ref} | {name: analyse(document[name]) for name in boosts})
    index: dict[str, Any] = json.loads(json.dumps(builder.build().serialize()))
    return index


def renumber(index: dict[str, Any], numbers: dict[str, int]) -> dict[str, Any]:
    """Return an index in which terms have the numbers given."""
    new = {posting["_index"]: numbers[term] for term, posting in index["invertedIndex"]}
    vectors = []
    for name, elements in index["fieldVectors"]:
        pairs = sorted((new[number], weight) for number, weight in zip(elements[::2], elements[1::2], strict=True))
        vectors.append([name, [element for pair in pairs for element in pair]])
    inverted = {term: posting | {"_index": numbers[term]} for term, posting in index["invertedIndex"]}
    return index | {"fieldVectors": vectors, "invertedIndex": inverted}


def test_the_real_index_is_that_of_the_stock_builder():
    """Every number of the serialised index, for the whole catalogue; only the numbering of terms differs."""
    catalogue, _ = load_catalogue(ROOT / "content", datetime.date(2026, 11, 21))
    catalogue = catalogue.published()
    documents = [build_search_document(practice, catalogue) for practice in catalogue.practices.values()]
    builder = build(documents, FIELD_BOOSTS)
    ours = json.loads("".join(builder.serialise()))
    stock = stock_index(documents, FIELD_BOOSTS, builder.refs)

    assert len(documents) > 100
    assert [posting["_index"] for _, posting in ours["invertedIndex"]] == list(range(len(builder.terms)))
    numbers = {term: number for number, term in enumerate(builder.terms)}
    assert renumber(ours, numbers) == renumber(stock, numbers)


@pytest.fixture
def plain_words(monkeypatch):
    """Cut texts at spaces alone."""
    monkeypatch.setattr(lunr_index, "analyse", str.split)


def test_terms_are_ordered_as_javascript_orders_them(plain_words):
    """The stock builder's order makes lunr.js refuse the index."""
    builder = build([{"ref": "a", "titel": "ﬁ 😀 zon 中"}], {"titel": 1})
    assert builder.terms == ["zon", "中", "😀", "ﬁ"]


def test_documents_are_ordered_by_the_length_of_the_longest_field(plain_words):
    """Then by name; a name that is a whole number comes first, as in an object of JavaScript."""
    documents = [
        {"ref": ref, "titel": "x", "tekst": " ".join(["woord"] * length)}
        for ref, length in [("d", 3), ("c", 1), ("b", 3), ("10", 9), ("9", 9), ("007", 2), ("4294967295", 1)]
    ]
    builder = build(documents, {"titel": 1, "tekst": 1})
    assert builder.refs == ["9", "10", "4294967295", "c", "007", "b", "d"]
    assert builder.lengths(builder.longest) == [9, 9, 1, 1, 2, 3, 3]


def test_a_term_is_read_with_its_documents(plain_words):
    """Per field, with where a document holds it more than once."""
    documents = [
        {"ref": "a", "titel": "huur", "tekst": "huur en huur en huur"},
        {"ref": "b", "titel": "zon", "tekst": "huur"},
    ]
    builder = build(documents, {"titel": 10, "tekst": 1})
    assert builder.refs == ["b", "a"]
    titel, tekst = builder.postings(builder.terms.index("huur"))
    assert titel is not None
    assert tekst is not None
    assert (list(titel.documents), list(titel.repeats)) == ([1], [])
    assert (list(tekst.documents), list(tekst.repeats)) == ([0, 1], [(1, 3)])
    assert builder.count(builder.terms.index("huur")) == 3
    assert builder.postings(builder.terms.index("zon"))[1] is None


def test_a_field_that_is_always_empty_divides_by_nothing():
    """Its average is never used."""
    builder = build([{"ref": "a", "titel": "huur", "tekst": ""}], {"titel": 1, "tekst": 1})
    assert builder.averages == [1, 1]
    assert json.loads("".join(builder.serialise()))["fieldVectors"][1] == ["tekst/a", []]


def test_the_analysis_is_ours():
    """Terms are those of the shared vectors."""
    builder = build([{"ref": "a", "titel": "Financiële thema's"}], {"titel": 1})
    assert builder.terms == sorted(set(analyse("Financiële thema's")))
