"""The terms alone, sorted from the front and from the back, for words of which only a part is known.

A browser completes what is being typed with the first, and finds what a wildcard or a typing error may stand for with
either: one wrong letter leaves the beginning or the end of a word as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
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
        yield terms, _make_file(builder, terms, group)


def split_reversed(builder: CompactBuilder, limit: int) -> Iterator[tuple[list[str], list[Any]]]:
    """Yield the terms of each file written backwards, and what the file holds, as that of ``split_forward``."""
    words = [term[::-1] for term in builder.terms]
    numbers = sorted(range(len(words)), key=lambda number: utf16(words[number]))
    for group in _pack_words(numbers, words.__getitem__, limit):
        turned = [words[number] for number in group]
        yield turned, _make_file(builder, turned, group)


def _make_file(builder: CompactBuilder, words: Sequence[str], numbers: Iterable[int]) -> list[Any]:
    return [*front_code(words), encode(map(builder.count, numbers))]


def _pack_words(numbers: Iterable[int], word: Callable[[int], str], limit: int) -> Iterator[list[int]]:
    return pack(((number, max(2, len(word(number)) - _CHARACTERS_SHARED)) for number in numbers), limit)
