r"""What can be told of the characters of any text: which are hidden, which make a word, and where a figure stands.

A browser has no ``\w`` or ``\b`` that knows letters with an accent, and Python has no ``\p{L}``. So a pattern that the
form in the browser gets too (``exports/form_data.py``) is built from pieces that both read alike.
"""

from __future__ import annotations

import re

HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ufffe\uffff\U000e0000-\U000e007f]"
)
"""What cannot be seen and could make a text show or find something else than it says; joiners of emoji may stay."""

_UNPRINTABLE = re.compile(f"{HIDDEN.pattern[:-1]}\t\n\r\ud800-\udfff]")

LETTER = r"A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\ud7ff"
"""Letters, to stand between square brackets; × and ÷ are none."""
WORD = rf"0-9_{LETTER}"
"""Letters, digits and the low line, to stand between square brackets."""
START, END = rf"(?<![{WORD}])", rf"(?![{WORD}])"
"""Where a word can begin, and where it has ended."""

_NUMBER_WORD = (
    r"nul|geen|[eé]én|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf"
    rf"|(?:der|veer|vijf|zes|zeven|acht|negen)tien|[{WORD}]*(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig"
    rf"|[{WORD}]*honderd[{WORD}]*|[{WORD}]*duizend[{WORD}]*|[{WORD}]*miljoen|[{WORD}]*miljard"
    rf"|(?:ander)?hal(?:f|ve)|helft|[{WORD}]*kwart|(?:een|één|twee) ?derde|(?:drie|vier) ?(?:vierde|vijfde)"
)
FIGURE = re.compile(rf"\d|{START}(?:{_NUMBER_WORD}){END}", re.IGNORECASE)
"""A number in digits or in words; a year is one too."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def is_visible(text: str) -> bool:
    """Return whether a text surely has no hidden characters: a quick look, unsure of other white space than spaces."""
    return text.isprintable()


def printable(text: str) -> str:
    """Return a text as one line, with a visible sign for each character that is hidden, ends a line or is half of one.

    Whatever somebody else wrote (a value, the name of a file, an argument) goes through here before it is shown.
    """
    return text if is_visible(text) else _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def counts_something(text: str) -> bool:
    """Return whether the text holds a figure that is more than a year."""
    return bool(FIGURE.search(_YEAR.sub("", text)))
