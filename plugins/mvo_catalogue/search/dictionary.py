"""The terms alone, sorted from the front and from the back, for words of which only a part is known.

A browser completes what is being typed with the first, and finds what a wildcard or a typing error may stand for with
either: one wrong letter leaves the beginning or the end of a word as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from mvo_catalogue.search.lunr_index import CompactBuilder
from mvo_catalogue.search.ordering import front_code, pack, utf16
from mvo_catalogue.search.vlq import encode

_CHARACTERS_SHARED = 4
"""About how many characters a term shares with the one before it."""


def split_forward(builder: CompactBuilder, limit: int) -> Iterator[tuple[list[str], list[Any]]]:
    """Yield the terms of each file, and what the file holds: the terms and how many documents have each."""
    numbers = range(len(builder.terms))
    for group in _pack_words(numbers, builder.terms.__getitem__, limit):
        terms = [builder.terms[number] for number in group]
        yield terms, [*front_code(terms), encode(map(builder.count, group))]


def split_reversed(builder: CompactBuilder, limit: int) -> Iterator[tuple[list[str], list[Any]]]:
    """Yield the terms of each file written backwards, and what the file holds."""
    words = sorted((term[::-1] for term in builder.terms), key=utf16)
    for group in _pack_words(words, str, limit):
        yield group, list(front_code(group))


def _pack_words(items: Any, word: Callable[[Any], str], limit: int) -> Iterator[list[Any]]:
    return pack(((item, max(2, len(word(item)) - _CHARACTERS_SHARED)) for item in items), limit)
