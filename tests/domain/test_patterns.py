"""Patterns that read letters as a browser does."""

from __future__ import annotations

import pytest

from mvo_catalogue.domain.patterns import FIGURE, LETTER, compile_any_case, write_for_browser


@pytest.mark.parametrize("text", ["twintig", "TWINTIG", "Éénhonderd", "VIJFTIG"])
def test_a_figure_in_any_case(text):
    """Letters with and without an accent are found in either case; brackets of letters are read as they stand."""
    assert FIGURE.search(f"met {text} buren")
    assert compile_any_case(rf"[{LETTER}]+x").fullmatch("ÀéaX")


def test_a_browser_gets_a_pattern_as_it_was_given():
    """Our oldest browsers know no group that heeds case."""
    given = rf"[^*{LETTER}]x(?:[ab]|[{LETTER}]+)"
    assert "(?-i:" in compile_any_case(given).pattern
    assert write_for_browser(compile_any_case(given)) == given
