"""Reading a file as text: what it is, or where it goes wrong."""

from __future__ import annotations

import sys

import pytest

from mvo_catalogue.domain.patterns import HIDDEN, is_visible
from mvo_catalogue.reading.files import MAX_BYTES, UnreadableFile, read_text


@pytest.fixture
def read(tmp_path):
    """Return ``read(data)``: the text of a file with these bytes, and what was found, as (rule, line, column)."""

    def read(data: bytes):
        file = tmp_path / "bestand.md"
        file.write_bytes(data)
        text, found = read_text(file, "content/bestand.md")
        return text, [(item.rule, item.line, item.column) for item in found]

    return read


@pytest.fixture
def refuse(read):
    """Return ``refuse(data)``: rule, line and column of the one reason why a file with these bytes is unreadable."""

    def refuse(data: bytes):
        with pytest.raises(UnreadableFile) as caught:
            read(data)
        found = caught.value.diagnostic
        return found.rule, found.line, found.column

    return refuse


@pytest.mark.parametrize("data", [b"a\nb\n", b"a\r\nb\r\n", b"a\rb\r", b"\xef\xbb\xbfa\nb\n"])
def test_line_ends_and_byte_order_mark_make_no_difference(read, data):
    """Files from every system read the same."""
    assert read(data) == ("a\nb\n", [])


def test_a_tab_accents_and_emoji_are_ordinary(read):
    """Everything that can be seen is text, joiners and selectors of emoji included."""
    text = "\té — ‘x’ 👩‍👧 1\ufe0f\u20e3 \u00a0"

    assert read(text.encode()) == (text, [])


def test_other_encodings_are_refused_where_they_show(refuse):
    """The first character that is not UTF-8 is pointed at; half a surrogate and NUL are none."""
    for data, place in (
        (b"eerst\ncaf\xe9", (2, 4)),
        ("a – b".encode("cp1252"), (1, 3)),
        ("a".encode("utf-16"), (1, 1)),
        ("a".encode("utf-16-le"), (1, 2)),
        ("a".encode("utf-32"), (1, 1)),
        (bytes(range(256)) * 20, (1, 1)),
        (b"a\r\nb\r\n\xc3", (3, 1)),
        ("é\nüb".encode() + b"\x80", (2, 3)),
        (b"goed\n\xc0\xaf", (2, 1)),
        (b"\xed\xa0\x80", (1, 1)),
        (b"a\x00b\x00", (1, 2)),
    ):
        assert refuse(data) == ("file-encoding", *place), data[:9]


def test_a_file_in_which_nothing_can_be_seen_is_empty(refuse):
    """No bytes, only white space or only hidden characters: there is nothing to read."""
    for data in (b"", b"\n\n", b" \t\r\n", b"\xef\xbb\xbf", "\u200b\u2060\n".encode()):
        assert refuse(data) == ("file-empty", 1, 1)


def test_a_huge_file_is_not_read(refuse):
    """One byte more than the limit is too large; the limit itself is not."""
    assert refuse(b"a" * (MAX_BYTES + 1)) == ("file-too-large", 1, 1)


def test_a_file_as_large_as_allowed_is_read(read):
    """The limit is the last size that is read."""
    text, found = read(b"a" * MAX_BYTES)

    assert (len(text), found) == (MAX_BYTES, [])


def test_a_file_that_cannot_be_opened_says_so(tmp_path):
    """A file that is gone or is a folder is a diagnostic, not a crash."""
    with pytest.raises(UnreadableFile) as caught:
        read_text(tmp_path, "content/map.md")

    assert caught.value.diagnostic.rule == "file-unreadable"


def test_hidden_characters_are_told_and_left_out(read):
    """What cannot be seen is pointed at, one by one, and does not stay in the text."""
    for character in (
        *"\x01\x08\x0b\x0c\x1b\x7f\x85\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028\u2029\u202a\u202e\u2060\u2066\u2069",
        "\ufeff",
        "\ufff9",
        "\uffff",
        "\U000e0041",
    ):
        assert read(f"eerst\nwo{character}ord{character}".encode()) == (
            "eerst\nwoord",
            [("hidden-character", 2, 3), ("hidden-character", 2, 7)],
        ), f"U+{ord(character):04X}"
    assert read(b"\xef\xbb\xbf" * 2 + b"a") == ("a", [("hidden-character", 1, 1)])


def test_a_flood_of_hidden_characters_stays_readable(read):
    """The report has room for the rest; all of them are left out."""
    text, found = read(("a" + "\u200b" * 5000).encode())

    assert text == "a"
    assert len(found) == 50


def test_no_hidden_character_passes_the_quick_look():
    """What the quick look lets through has none of the characters that the long look finds."""
    characters = map(chr, range(sys.maxunicode + 1))

    assert not [f"U+{ord(item):04X}" for item in characters if HIDDEN.match(item) and is_visible(f"a{item}b")]
    assert is_visible("Één tuin, 3 m² – “samen”")
