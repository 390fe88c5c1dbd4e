"""Make any text fit to be shown on one line of a terminal or a page."""

from __future__ import annotations

import re

from mvo_catalogue.reading.text import HIDDEN

_LINE_ENDS_AND_LONE_HALVES = re.compile("[\t\n\r\u2028\u2029\ud800-\udfff]")
_SHOWN = "\N{REPLACEMENT CHARACTER}"


def show_hidden(text: str) -> str:
    """Return the text with a visible sign for each character that a terminal would obey or nobody could see."""
    return _LINE_ENDS_AND_LONE_HALVES.sub(_SHOWN, HIDDEN.sub(_SHOWN, text))
