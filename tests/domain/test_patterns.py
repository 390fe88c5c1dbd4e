"""Regular expressions, in Python and in a browser."""

import re

from mvo_catalogue.domain.patterns import FIGURE, LETTER, START, WORD, browser_pattern


def test_letters_with_an_accent_are_letters():
    """× and ÷ are not, nor are digits and the underscore."""
    assert re.fullmatch(f"[{LETTER}]+", "ÀéaXøß")
    assert not re.search(f"[{LETTER}]", "×÷_3")
    assert re.fullmatch(f"[{WORD}.]+", "é_3.")


def test_patterns_for_the_browser_list_accented_letters():
    """The rest of the pattern is unchanged."""
    written = browser_pattern(re.compile(rf"[{LETTER}]+ [^{WORD}.]"))
    assert "\\w" not in written
    assert "\\W" not in written
    assert re.fullmatch(written, "één !")
    assert not re.fullmatch(written, "één é")
    assert browser_pattern(re.compile(r"\d+ euro$")) == r"\d+ euro$"


def test_word_boundaries_know_accented_letters():
    """A number in words is found in either case, and not inside another word."""
    for number in ("twintig", "TWINTIG", "Éénhonderd", "VIJFTIG"):
        assert FIGURE.search(f"met {number} buren"), number
    assert not FIGURE.search("éénheid")
    assert re.search(f"{START}werk", "een werkplek")
