"""Sorted words, and where they are cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mvo_catalogue.search.ordering import front_code, pack, separate, utf16
from tests.search.reader import read_words

WORD = st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1)
SORTED_WORDS = st.sets(WORD, min_size=1).map(lambda words: sorted(words, key=utf16))


def test_javascript_puts_an_emoji_before_a_ligature():
    """Python does not."""
    assert sorted(["ﬁ", "😀", "z"], key=utf16) == ["z", "😀", "ﬁ"]
    assert sorted(["ﬁ", "😀", "z"]) == ["z", "ﬁ", "😀"]


@given(SORTED_WORDS)
def test_words_come_back(words):
    """Whatever they are made of."""
    assert read_words(*front_code(words)) == words


def test_a_character_is_never_cut():
    """Two emoji share their first half; JSON could not carry the other half alone."""
    assert front_code(["😀", "😁"]) == ("😀\n😁", "AA")


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
def test_groups_stay_below_the_limit(sizes, groups):
    """What is larger has a group of its own."""
    assert list(pack(((size, size) for size in sizes), 10)) == groups


def test_separators_are_short():
    """Just long enough to sort after the words before it."""
    groups = [["aanpak", "armoede"], ["armoedeval", "bewoner"], ["buurt", "huur"]]
    assert separate(groups) == ["", "armoedev", "bu"]


def test_a_word_alone_answers_for_itself_alone():
    """What is not in the index should not load a large file."""
    groups = [["buurt", "huur"], ["huurder"], ["huurderscontact", "wijk"]]
    assert separate(groups) == ["", "huurder", "huurder "]


@given(SORTED_WORDS, st.lists(st.integers(1, 5), min_size=1))
def test_each_word_is_found_where_it_is(words, sizes):
    """The last separator that does not sort after a word is that of its group."""
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
