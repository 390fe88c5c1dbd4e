"""Any text as it can be shown: on one line, without what a terminal obeys or nobody can see."""

from __future__ import annotations

import re

HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ufffe\uffff\U000e0000-\U000e007f]"
)
"""What cannot be seen and could make a text show or find something else than it says; joiners of emoji may stay."""

_UNPRINTABLE = re.compile(f"{HIDDEN.pattern[:-1]}\t\n\r\ud800-\udfff]")
_SHOWN = "\N{REPLACEMENT CHARACTER}"


def is_visible(text: str) -> bool:
    """Return whether a text surely has no hidden characters: a quick look, unsure of other white space than spaces."""
    return text.isprintable()


def printable(text: str) -> str:
    """Return a text as one line, with a visible sign for each character that is hidden, ends a line or is half of one.

    Whatever somebody else wrote (a value, the name of a file, an argument) goes through here before it is shown.
    """
    return text if is_visible(text) else _UNPRINTABLE.sub(_SHOWN, text)
