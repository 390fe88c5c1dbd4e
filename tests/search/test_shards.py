"""What a browser reads in the files of terms is what the index has."""

from __future__ import annotations

import datetime
import json

import pytest

from mvo_catalogue.search import lunr_index, shards
from mvo_catalogue.search.documents import build_search_document, start_index
from mvo_catalogue.search.lunr_index import CompactBuilder
from mvo_catalogue.search.shards import split_terms
from mvo_catalogue.search.write import describe_weights
from mvo_catalogue.validation.load import load_catalogue
from tests.search.reader import Postings, read_terms
from tests.site.fixtures import ROOT

EXAMPLE = json.loads((ROOT / "tests/search/example_shard.json").read_text(encoding="utf-8"))


def make_builder(length_weight: float) -> CompactBuilder:
    """Return the index of the real catalogue, with this much weight for length."""
    catalogue, _ = load_catalogue(ROOT / "content", datetime.date(2026, 11, 21))
    catalogue = catalogue.published()
    builder = start_index()
    builder.b(length_weight)
    for practice in catalogue.practices.values():
        builder.add(build_search_document(practice, catalogue))
    builder.finish()
    return builder


@pytest.fixture(scope="module")
def real_builder() -> CompactBuilder:
    """Return the index of the real catalogue, with Lunr's own weight for length."""
    return make_builder(0.75)


@pytest.mark.parametrize(("limit", "margin"), [(1, 1e-6), (6_000, 1e-6), (6_000, 0.2), (10_000_000, 1e-6)])
def test_every_weight_can_be_read(real_builder, monkeypatch, limit, margin):
    """All terms of all files together are the serialised index, whatever the size of a file."""
    monkeypatch.setattr(shards, "_TIE_MARGIN", margin)
    assert check_weights(real_builder, limit) or margin < 0.1


def test_lengths_without_weight_are_left_out():
    """And every weight can be read all the same."""
    builder = make_builder(0)
    assert all(not file[5] for _, file in split_terms(builder, 6_000))
    check_weights(builder, 6_000)


def check_weights(builder: CompactBuilder, limit: int) -> int:
    """Compare the files with the serialised index; return how many of them store weights."""
    manifest = describe_weights(builder)
    found: dict[str, Postings] = {}
    stored = 0
    for terms, file in split_terms(builder, limit):
        read = read_terms(manifest, json.loads(json.dumps(file)))
        assert list(read) == terms
        found |= read
        stored += len(file) == 7
    weights = {
        (term, *reversed(name.split("/", 1))): weight
        for name, elements in json.loads("".join(builder.serialise()))["fieldVectors"]
        for term, weight in zip(elements[::2], elements[1::2], strict=True)
    }
    numbers = {term: number for number, term in enumerate(builder.terms)}
    assert list(found) == builder.terms
    assert {
        (numbers[term], builder.refs[document], field): weight
        for term, fields in found.items()
        for field, postings in fields.items()
        for document, _, weight in postings
    } == weights
    return stored


def test_the_example_is_what_we_write(monkeypatch):
    """The shard that docs/search.md takes apart, and that the browser's tests read."""
    monkeypatch.setattr(lunr_index, "analyse", str.split)
    builder = CompactBuilder()
    for name, boost in zip(EXAMPLE["manifest"]["fields"], EXAMPLE["manifest"]["boosts"], strict=True):
        builder.field(name, boost)
    for document in EXAMPLE["documents"]:
        builder.add(document)
    builder.finish()
    [(_, file)] = split_terms(builder, 6_000)
    assert builder.refs == EXAMPLE["refs"]
    assert {key: EXAMPLE["manifest"][key] for key in describe_weights(builder)} == describe_weights(builder) | {
        "lengths": EXAMPLE["manifest"]["lengths"]
    }
    assert file == EXAMPLE["file"]
    assert read_terms(EXAMPLE["manifest"], file) == {
        term: {field: [tuple(row) for row in rows] for field, rows in fields.items()}
        for term, fields in EXAMPLE["terms"].items()
    }


def test_the_example_stands_in_the_docs():
    """As it is."""
    text = (ROOT / "docs/search.md").read_text(encoding="utf-8")
    assert json.dumps(EXAMPLE["file"], ensure_ascii=False) in text
    for document in EXAMPLE["documents"]:
        assert document["tekst"] in text
