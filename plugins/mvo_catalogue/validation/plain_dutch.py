"""How hard a Dutch text reads: the score of Flesch, fitted to Dutch by Douma.

Score = 206.84 - 77 × syllables per word - 0.93 × words per sentence; 0 is very hard, 100 very easy.
Source: W.H. Douma, De leesbaarheid van landbouwbladen (Landbouwhogeschool Wageningen, 1960). Syllables are counted as
groups of vowels, which is right for all but a few Dutch words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_WHOLE_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SPOKEN = re.compile(r"\w")
_SYLLABLE = re.compile(r"aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|oe|ie|ei|ij|eu|ui|au|ou|[aeiouyàáâäèéêëìíîïòóôöùúûü]")
_LONG = 5
"""Syllables from which a word is long."""
_MOST_SHOWN = 220


@dataclass(frozen=True, slots=True)
class Readability:
    """The number of ordinary words that were judged, and their score."""

    words: int
    score: float


def measure(words: Sequence[str], sentence_count: int) -> Readability:
    """Return how hard words read in that many sentences; names and numbers count for the length of these only."""
    ordinary = [word for word in words if word.islower()]
    if not ordinary:
        return Readability(0, 100.0)
    syllables = sum(map(count_syllables, ordinary))
    return Readability(len(ordinary), 206.84 - 77 * syllables / len(ordinary) - 0.93 * len(words) / sentence_count)


@lru_cache(maxsize=20_000)
def count_syllables(word: str) -> int:
    """Return the number of syllables of a word without capitals."""
    return len(_SYLLABLE.findall(word))


def longest_words(sentence: str, most: int) -> list[str]:
    """Return the longest word of a sentence, and others that are really long, longest first; names are left out."""
    words = dict.fromkeys(word for word in _WHOLE_WORD.findall(sentence) if word.islower())
    longest = sorted(words, key=lambda word: -count_syllables(word))
    return longest[:1] + [word for word in longest[1:most] if count_syllables(word) >= _LONG]


def count_words(sentence: str) -> int:
    """Return the number of words as a reader counts them; ``t/m``, a number and an address are one each."""
    return sum(map(bool, map(_SPOKEN.search, sentence.split())))


def shorten(sentence: str) -> str:
    """Return a sentence as a message shows it: on one line and not without end."""
    line = " ".join(sentence.split())
    return line if len(line) <= _MOST_SHOWN else f"{line[: _MOST_SHOWN - 1].rstrip()}…"
