"""Find the known word that an editor most likely meant."""

from __future__ import annotations

from collections.abc import Collection

from rapidfuzz import fuzz, process, utils

_LEAST_LIKENESS = 72.0


def suggest_nearest(word: str, known: Collection[str]) -> str | None:
    """Return the known word most like ``word`` when it is alike enough, ignoring case and punctuation."""
    found = process.extractOne(
        word, sorted(known), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=_LEAST_LIKENESS
    )
    return str(found[0]) if found else None
