"""The source line with a caret under the place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from mvo_catalogue.domain.diagnostic import Diagnostic
from mvo_catalogue.reports.text import Sources
from tests.validation.test_properties import quick

PATH = "content/practices/x.md"


@pytest.fixture
def excerpt(tmp_path):
    """Return ``excerpt(text, line, column, rule)``: the lines shown for a file with this text."""
    file = tmp_path / PATH
    file.parent.mkdir(parents=True)

    def excerpt(text, line=1, column=1, rule="file-name"):
        file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
        return list(Sources(tmp_path).excerpt(Diagnostic(PATH, line, column, rule, "Iets.")))

    return excerpt


@pytest.mark.parametrize(
    ("text", "column", "shown", "caret_at"),
    [
        ("titel: Kort", 8, "titel: Kort", 7),
        ("\ttitel", 2, "    titel", 4),
        ("a\u0301b: c", 5, "a\u0301b: c", 3),
        ("👩‍👩‍👧 日本 x", 10, "👩‍👩‍👧 日本 x", 8),
        ("\ufefftitel", 1, "titel", 0),
        ("ti\x1btel x", 7, "titel x", 6),
        ("titel", 6, "titel", 5),
    ],
)
def test_the_caret_is_under_the_place(excerpt, text, column, shown, caret_at):
    """Tabs, wide characters, accents and hidden characters have their displayed width."""
    line, caret = excerpt(text, column=column)

    assert line == f"  1 │ {shown}"
    assert caret == f"    │ {' ' * caret_at}^"


def test_a_hidden_character_is_made_visible(excerpt):
    assert excerpt("een\u200btwee", column=4, rule="hidden-character") == ["  1 │ een�twee", "    │    ^"]


def test_any_line_ends_give_the_right_line(excerpt):
    assert excerpt("een\r\ntwee\rdrie\x0bvier\u2028vijf\nzes", line=4)[0] == "  4 │ zes"


@pytest.mark.parametrize("column", [1, 50, 5_000, 99_990])
def test_a_long_line_is_cut_around_the_place(excerpt, column):
    text = "".join(chr(ord("a") + number % 26) for number in range(100_000))
    line, caret = excerpt(text, column=column)

    assert cell_len(line) <= 106
    assert "…" in line
    assert line[len(caret) - 1] == text[column - 1]


@quick
@given(text=st.text(max_size=300), column=st.integers(1, 310))
def test_any_line_can_be_shown(tmp_path_factory, text, column):
    """Two lines or none, within the width, without control characters."""
    root = tmp_path_factory.mktemp("source")
    (root / "content/practices").mkdir(parents=True)
    (root / PATH).write_bytes(text.encode("utf-8", "surrogatepass"))
    shown = list(Sources(root).excerpt(Diagnostic(PATH, 1, column, "file-name", "Iets.")))

    assert len(shown) in (0, 2)
    if shown:
        assert not any(ord(character) < 32 for line in shown for character in line)
        assert cell_len(shown[0]) <= 108
        assert cell_len(shown[1]) <= cell_len(shown[0]) + 1


def test_only_content_is_shown(excerpt, tmp_path):
    """Links are not followed, and a missing line or file is no error."""
    assert excerpt("een", line=7) == []
    assert excerpt("\n", line=1) == []
    assert excerpt(b"titel: \xff\xfe", column=8) == ["  1 │ titel: ��", "    │        ^"]
    (tmp_path / "geheim").write_text("geheim")
    (tmp_path / PATH).unlink()
    assert list(Sources(tmp_path).excerpt(Diagnostic(PATH, 1, 1, "file-name", "Iets."))) == []
    (tmp_path / PATH).symlink_to(tmp_path / "geheim")
    assert list(Sources(tmp_path).excerpt(Diagnostic(PATH, 1, 1, "file-name", "Iets."))) == []
    assert list(Sources(tmp_path).excerpt(Diagnostic("content/practices", 1, 1, "file-name", "Iets."))) == []
