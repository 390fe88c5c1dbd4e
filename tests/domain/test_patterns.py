"""What a pattern of characters knows, here and in a browser."""

import re

from mvo_catalogue.domain.patterns import FIGURE, LETTER, START, WORD, browser_pattern


def test_letters_with_an_accent_are_letters():
    """Those are part of words, × and ÷ are not, and a digit and the low line are no letters."""
    assert re.fullmatch(f"[{LETTER}]+", "ÀéaXøß")
    assert not re.search(f"[{LETTER}]", "×÷_3")
    assert re.fullmatch(f"[{WORD}.]+", "é_3.")


def test_a_browser_gets_the_letters_one_by_one():
    """There no word character has an accent; nothing else of the pattern changes."""
    written = browser_pattern(re.compile(rf"[{LETTER}]+ [^{WORD}.]"))
    assert "\\w" not in written
    assert "\\W" not in written
    assert re.fullmatch(written, "één !")
    assert not re.fullmatch(written, "één é")
    assert browser_pattern(re.compile(r"\d+ euro$")) == r"\d+ euro$"


def test_a_word_starts_and_ends_at_any_letter():
    """A number in words is found in either case, and not inside another word."""
    for number in ("twintig", "TWINTIG", "Éénhonderd", "VIJFTIG"):
        assert FIGURE.search(f"met {number} buren"), number
    assert not FIGURE.search("éénheid")
    assert re.search(f"{START}werk", "een werkplek")
