"""What is read of shared mappings is recorded."""

from functools import partial

import pytest

from mvo_catalogue.reads import Read, Shared, recording, shared_property


class Letters:
    """Two mappings, of which the second is made from the first."""

    def __init__(self) -> None:
        self.lower = Shared("lower", {"a": "a", "b": "b"})

    @shared_property
    def upper(self):
        """Return the letters as capitals."""
        return {key: value.upper() for key, value in self.lower.items()}


EVERYTHING = Read("Letters.upper")


@pytest.mark.parametrize(
    ("use", "expected"),
    [
        (lambda upper: upper["a"], {Read("Letters.upper", "a")}),
        (lambda upper: upper.get("z"), {Read("Letters.upper", "z")}),
        (lambda upper: "z" in upper, {Read("Letters.upper", "z")}),
        (list, {EVERYTHING}),
        (len, {EVERYTHING}),
        (dict, {EVERYTHING, Read("Letters.upper", "a"), Read("Letters.upper", "b")}),
    ],
)
def test_each_way_to_read_is_recorded(use, expected):
    """Also of what is not there; and the first time nothing of what the mapping is made from."""
    letters = Letters()
    for _ in range(2):
        with recording() as reads:
            use(letters.upper)
        assert reads == expected


def test_only_what_is_read_meanwhile_is_recorded():
    """Each function has its own reads, also after an error."""
    letters = Letters()
    with recording() as outer:
        with pytest.raises(KeyError), recording() as inner:
            letters.lower["z"]
        read = partial(letters.lower.get, "a")
        read()
    read()
    assert (inner, outer) == ({Read("lower", "z")}, {Read("lower", "a")})
    assert letters.upper == {"a": "A", "b": "B"}
