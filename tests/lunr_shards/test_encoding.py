"""Numbers and sorted words as text."""

from hypothesis import given
from hypothesis import strategies as st

from lunr_shards.encoding import encode, front_code, utf16
from tests.lunr_shards.reader import decode, read_words

WORD = st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1)


def test_small_numbers_are_one_character():
    """From 0 to 31; 32 says that it goes on."""
    assert encode([0, 31, 32, 33, 1023, 1024]) == "AfgBhB/fggB"


@given(st.lists(st.integers(0, 2**31 - 1)))
def test_what_is_written_can_be_read(numbers):
    """Every number comes back, in order."""
    assert decode(encode(numbers)) == numbers


def test_javascript_puts_an_emoji_before_a_ligature():
    """Python does not."""
    assert sorted(["ﬁ", "😀", "z"], key=utf16) == ["z", "😀", "ﬁ"]
    assert sorted(["ﬁ", "😀", "z"]) == ["z", "ﬁ", "😀"]


@given(st.sets(WORD, min_size=1))
def test_words_come_back(words):
    """Whatever they are made of."""
    ordered = sorted(words, key=utf16)
    assert read_words(*front_code(ordered)) == ordered


def test_a_character_is_never_cut():
    """Two emoji share their first half; JSON could not carry the other half alone."""
    assert front_code(["😀", "😁"]) == ("😀\n😁", "AA")
