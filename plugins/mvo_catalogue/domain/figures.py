"""Figures in Dutch text: what counts as a number when results are judged."""

from __future__ import annotations

import re

_NUMBER_WORD = (
    r"nul|geen|[eé]én|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf"
    r"|(?:der|veer|vijf|zes|zeven|acht|negen)tien|\w*(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig"
    r"|\w*honderd\w*|\w*duizend\w*|\w*miljoen|\w*miljard"
    r"|(?:ander)?hal(?:f|ve)|helft|\w*kwart|(?:een|één|twee) ?derde|(?:drie|vier) ?(?:vierde|vijfde)"
)
FIGURE = re.compile(rf"\d|\b(?:{_NUMBER_WORD})\b", re.IGNORECASE)
"""A number in digits or in words; a year is one too."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def counts_something(text: str) -> bool:
    """Return whether the text holds a figure that is more than a year."""
    return bool(FIGURE.search(_YEAR.sub("", text)))
