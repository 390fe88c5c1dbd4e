"""Figures in Dutch text: what counts as a number when results are judged."""

from __future__ import annotations

import re

from mvo_catalogue.domain.patterns import END, START, WORD

_NUMBER_WORD = (
    r"nul|geen|[eé]én|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf"
    rf"|(?:der|veer|vijf|zes|zeven|acht|negen)tien|[{WORD}]*(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig"
    rf"|[{WORD}]*honderd[{WORD}]*|[{WORD}]*duizend[{WORD}]*|[{WORD}]*miljoen|[{WORD}]*miljard"
    rf"|(?:ander)?hal(?:f|ve)|helft|[{WORD}]*kwart|(?:een|één|twee) ?derde|(?:drie|vier) ?(?:vierde|vijfde)"
)
FIGURE = re.compile(rf"\d|{START}(?:{_NUMBER_WORD}){END}", re.IGNORECASE)
"""A number in digits or in words; a year is one too."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def counts_something(text: str) -> bool:
    """Return whether the text holds a figure that is more than a year."""
    return bool(FIGURE.search(_YEAR.sub("", text)))
