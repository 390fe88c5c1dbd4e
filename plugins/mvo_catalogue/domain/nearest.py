"""Words and titles that are almost the same: what an editor most likely meant, and what is there already."""

from __future__ import annotations

import re
from collections.abc import Collection

from rapidfuzz import fuzz, process, utils

_LEAST_LIKENESS = 72.0
_SAME_TITLE = 92
_WORD = re.compile(r"\w+")


def suggest_nearest(word: str, known: Collection[str]) -> str | None:
    """Return the known word most like ``word`` when it is alike enough, ignoring case and punctuation."""
    found = process.extractOne(
        word, sorted(known), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=_LEAST_LIKENESS
    )
    return str(found[0]) if found else None


def is_same_title(title: str, other: str) -> bool:
    """Return whether two titles say the same; another number, such as a year, makes it another practice."""
    words, others = (sorted(_WORD.findall(text.casefold())) for text in (title, other))
    numbers, other_numbers = ([word for word in found if word.isdecimal()] for found in (words, others))
    return numbers == other_numbers and fuzz.ratio(" ".join(words), " ".join(others)) >= _SAME_TITLE
