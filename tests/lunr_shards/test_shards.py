"""The content of the shards, and how a word is found in them."""

import json
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lunr_shards.builder import CompactBuilder
from lunr_shards.encoding import utf16
from lunr_shards.shards import TIE_MARGIN, pack, separate, split_dictionary, split_terms, split_values
from tests.lunr_shards.corpus import FIELDS, make_documents
from tests.lunr_shards.reader import Postings, decode, read_terms, read_words

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = json.loads((ROOT / "tests/lunr_shards/example_shard.json").read_text(encoding="utf-8"))
WORD = st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1)
SORTED_WORDS = st.sets(WORD, min_size=1).map(lambda words: sorted(words, key=utf16))


def make_builder(length_weight: float) -> CompactBuilder:
    """Return the index of the made-up collection, with this much weight for length."""
    builder = CompactBuilder(FIELDS, str.split, length_weight)
    for document in make_documents():
        builder.add({"ref": document.ref, **document.fields})
    return builder


@pytest.mark.parametrize("length_weight", [0, 0.75])
@pytest.mark.parametrize(
    ("limit", "margin"), [(1, TIE_MARGIN), (600, TIE_MARGIN), (600, 0.2), (10_000_000, TIE_MARGIN)]
)
def test_all_shards_together_are_the_whole_index(length_weight, limit, margin):
    """With any file size."""
    builder = make_builder(length_weight)
    found: dict[str, Postings] = {}
    stored = 0
    for terms, file in split_terms(builder, limit, margin):
        read = read_terms(builder.parameters, json.loads(json.dumps(file)))
        assert list(read) == terms
        assert bool(file[5]) == (length_weight > 0), "lengths without weight are left out"
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
    assert bool(stored) == (margin > 0.1)


def test_only_weights_close_to_a_rounding_boundary_are_stored():
    """There another logarithm could round differently."""
    builder = make_builder(0)
    [(terms, file)] = split_terms(builder, 10_000_000, 0)
    assert len(file) == 6
    distances = sorted(
        abs(weight * 1000 % 1 - 0.5)
        for term in terms
        for place, posting in enumerate(builder.postings(term))
        if posting
        for weight in [builder.weight(builder.rarity(term), place, 1, 1)]
    )
    nearest, further = distances[0], next(distance for distance in distances if distance > distances[0] * 2)
    [(_, none)] = split_terms(builder, 10_000_000, nearest * 0.99)
    [(_, some)] = split_terms(builder, 10_000_000, further * 0.99)
    assert (len(none), len(some)) == (6, 7)


def test_the_example_in_the_readme_is_right():
    """The tests in the browser read it too."""
    fields = dict(zip(EXAMPLE["manifest"]["fields"], EXAMPLE["manifest"]["boosts"], strict=True))
    builder = CompactBuilder(fields, str.split)
    for document in EXAMPLE["documents"]:
        builder.add(document)
    [(_, file)] = split_terms(builder, 6_000)
    assert EXAMPLE["manifest"] == builder.parameters
    assert file == EXAMPLE["file"]
    assert read_terms(EXAMPLE["manifest"], file) == {
        term: {field: [tuple(row) for row in rows] for field, rows in fields.items()}
        for term, fields in EXAMPLE["terms"].items()
    }
    text = (ROOT / "plugins/lunr_shards/README.md").read_text(encoding="utf-8")
    assert json.dumps(file, ensure_ascii=False) in text
    assert all(document["tekst"] in text for document in EXAMPLE["documents"])


@pytest.mark.parametrize("reverse", [False, True])
def test_lists_of_terms_are_sorted_with_counts(reverse):
    """Forward or reversed."""
    builder = make_builder(0)
    found: dict[str, int] = {}
    for words, (added, kept, counts) in split_dictionary(builder, 200, reverse=reverse):
        assert read_words(added, kept) == words
        found |= {word[::-1] if reverse else word: count for word, count in zip(words, decode(counts), strict=True)}
    assert found == {term: builder.count(term) for term in builder.terms}


@pytest.mark.parametrize("limit", [1, 6_000])
def test_every_value_has_its_documents(limit):
    """With any file size."""
    values = {"soort/a=A": [0, 3, 4], "soort/b=B = b/b": [2], "thema/d=D": [1, 3]}
    found = {}
    for words, (added, kept, counts, gaps) in split_values(values, limit):
        assert read_words(added, kept) == words
        numbers = iter(decode(gaps))
        for word, count in zip(words, decode(counts), strict=True):
            found[word] = list(accumulate(next(numbers) for _ in range(count)))
    assert found == values


@pytest.mark.parametrize(
    ("sizes", "groups"),
    [
        ([3, 3, 3, 3], [[3, 3, 3], [3]]),
        ([5, 20, 5], [[5], [20], [5]]),
        ([20, 30], [[20], [30]]),
        ([10, 1], [[10], [1]]),
        ([], []),
    ],
)
def test_shards_stay_below_the_limit(sizes, groups):
    """A larger term has its own."""
    assert list(pack(((size, size) for size in sizes), 10)) == groups


def test_separators_are_as_short_as_possible():
    groups = [["aanpak", "armoede"], ["armoedeval", "bewoner"], ["buurt", "huur"]]
    assert separate(groups) == ["", "armoedev", "bu"]


def test_the_shard_of_a_single_term_only_matches_that_term():
    """Other words should not load a large file."""
    groups = [["buurt", "huur"], ["huurder"], ["huurderscontact", "wijk"]]
    assert separate(groups) == ["", "huurder", "huurder "]


@given(SORTED_WORDS, st.lists(st.integers(1, 5), min_size=1))
def test_each_word_is_found_in_its_shard(words, sizes):
    groups = []
    left = words
    for size in sizes * len(words):
        if left:
            groups.append(left[:size])
            left = left[size:]
    separators = separate(groups)
    assert separators == sorted(separators, key=utf16)
    for number, group in enumerate(groups):
        for word in group:
            assert sum(utf16(separator) <= utf16(word) for separator in separators) == number + 1
