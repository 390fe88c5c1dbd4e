"""Our builder gives the index of the stock builder, with terms in another order."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from lunr.builder import Builder

from lunr_shards.builder import CompactBuilder, ref_order, split_words
from tests.lunr_shards.corpus import FIELDS, make_documents


def build(documents: list[dict[str, str]], boosts: Mapping[str, float], length_weight: float = 0.75) -> CompactBuilder:
    """Return our index of documents."""
    builder = CompactBuilder(boosts, str.split, length_weight)
    for document in documents:
        builder.add(document)
    return builder


def stock_index(documents: list[dict[str, str]], boosts: Mapping[str, float], length_weight: float) -> dict[str, Any]:
    """Return what the stock builder makes of documents, with the same terms."""
    builder = Builder()
    builder.ref("ref")
    builder.b(length_weight)
    for name, boost in boosts.items():
        builder.field(name, boost)
    for document in documents:
        builder.add({"ref": document["ref"]} | {name: document[name].split() for name in boosts})
    index: dict[str, Any] = json.loads(json.dumps(builder.build().serialize()))
    return index


def renumber(index: dict[str, Any], numbers: dict[str, int]) -> dict[str, Any]:
    """Return an index in which terms have the numbers given, and fields of documents are found by name."""
    new = {posting["_index"]: numbers[term] for term, posting in index["invertedIndex"]}
    vectors = {}
    for name, elements in index["fieldVectors"]:
        pairs = sorted((new[number], weight) for number, weight in zip(elements[::2], elements[1::2], strict=True))
        vectors[name] = [element for pair in pairs for element in pair]
    inverted = {term: posting | {"_index": numbers[term]} for term, posting in index["invertedIndex"]}
    return index | {"fieldVectors": vectors, "invertedIndex": inverted}


@pytest.mark.parametrize("length_weight", [0, 0.75])
def test_the_index_is_that_of_the_stock_builder(length_weight):
    """Number for number, apart from the numbering of terms."""
    documents = [{"ref": document.ref, **document.fields} for document in make_documents()]
    builder = build(documents, FIELDS, length_weight)
    ours = json.loads("".join(builder.serialise()))
    stock = stock_index(documents, FIELDS, length_weight)

    assert [posting["_index"] for _, posting in ours["invertedIndex"]] == list(range(len(builder.terms)))
    numbers = {term: number for number, term in enumerate(builder.terms)}
    assert renumber(ours, numbers) == renumber(stock, numbers)


def test_terms_are_ordered_as_javascript_orders_them():
    """lunr.js refuses another order."""
    builder = build([{"ref": "a", "titel": "ﬁ 😀 zon 中"}], {"titel": 1})
    assert builder.terms == ["zon", "中", "😀", "ﬁ"]


def test_documents_are_added_in_the_order_in_which_javascript_lists_them():
    """Integer names come first, as in a JavaScript object."""
    refs = ["d", "c", "b", "10", "9", "007", "4294967295", "4294967294"]
    ordered = sorted(refs, key=ref_order)
    assert ordered == ["9", "10", "4294967294", "007", "4294967295", "b", "c", "d"]
    assert build([{"ref": ref, "titel": "x"} for ref in ordered], {"titel": 1}).refs == ordered
    for wrong in (["b", "a"], ["a", "a"], ["a", "9"]):
        with pytest.raises(ValueError, match="after"):
            build([{"ref": ref, "titel": "x"} for ref in wrong], {"titel": 1})


def test_a_term_has_its_documents_per_field():
    """With counts above one."""
    documents = [
        {"ref": "a", "titel": "zon", "tekst": "huur"},
        {"ref": "b", "titel": "huur", "tekst": "huur en huur en huur"},
    ]
    builder = build(documents, {"titel": 10, "tekst": 1})
    titel, tekst = builder.postings("huur")
    assert titel is not None
    assert tekst is not None
    assert (list(titel.documents), titel.repeats) == ([1], [])
    assert (list(tekst.documents), tekst.repeats) == ([0, 1], [(1, 3)])
    assert builder.count("huur") == 3
    assert builder.postings("zon")[1] is None


def test_an_empty_field_causes_no_division_by_zero():
    builder = build([{"ref": "a", "titel": "huur", "tekst": ""}], {"titel": 1, "tekst": 1})
    assert builder.averages == [1, 1]
    assert json.loads("".join(builder.serialise()))["fieldVectors"][1] == ["tekst/a", []]


def test_words_are_letters_and_digits_in_lower_case():
    """The default analysis; ``splitWords`` in the browser has the same test."""
    assert split_words("De Buurt-kas_2 (CAFÉ)’s 中文!") == ["de", "buurt", "kas", "2", "café", "s", "中文"]
