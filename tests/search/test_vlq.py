"""Numbers as text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mvo_catalogue.search.vlq import encode
from tests.search.reader import decode


def test_small_numbers_are_one_character():
    """From 0 to 31; 32 says that it goes on."""
    assert encode([0, 31, 32, 33, 1023, 1024]) == "AfgBhB/fggB"


@given(st.lists(st.integers(0, 2**31 - 1)))
def test_what_is_written_can_be_read(numbers):
    """Every number comes back, in order."""
    assert decode(encode(numbers)) == numbers
