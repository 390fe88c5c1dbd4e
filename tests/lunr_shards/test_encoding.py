"""Encoding of numbers and sorted words as text."""

from hypothesis import given
from hypothesis import strategies as st

from lunr_shards.encoding import encode, front_code, utf16
from tests.lunr_shards.reader import decode, read_words

WORD = st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1)


def test_small_numbers_are_one_character():
    """From 0 to 31."""
    assert encode([0, 31, 32, 33, 1023, 1024]) == "AfgBhB/fggB"


@given(st.lists(st.integers(0, 2**31 - 1)))
def test_numbers_read_back(numbers):
    assert decode(encode(numbers)) == numbers


def test_words_are_sorted_as_in_javascript():
    """An emoji before a ligature, unlike in Python."""
    assert sorted(["ﬁ", "😀", "z"], key=utf16) == ["z", "😀", "ﬁ"]
    assert sorted(["ﬁ", "😀", "z"]) == ["z", "ﬁ", "😀"]


@given(st.sets(WORD, min_size=1))
def test_words_read_back(words):
    ordered = sorted(words, key=utf16)
    assert read_words(*front_code(ordered)) == ordered


def test_a_character_is_never_cut():
    """Two emoji share their first surrogate, which JSON could not store alone."""
    assert front_code(["😀", "😁"]) == ("😀\n😁", "AA")
