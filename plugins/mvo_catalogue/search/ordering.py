"""Sorted words as JavaScript sorts them, written small, and the words at which a list of files is cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from mvo_catalogue.search.vlq import encode

Item = TypeVar("Item")


def utf16(word: str) -> bytes:
    """Return a sort key: JavaScript compares UTF-16 code units, so that an emoji comes before a ligature."""
    return word.encode("utf-16-be")


def front_code(words: Iterable[str]) -> tuple[str, str]:
    """Return sorted words as two texts: what each adds to the one before it, and how much of that one it keeps.

    What it keeps is counted in UTF-16 code units, and never ends inside a character.
    """
    added: list[str] = []
    kept: list[int] = []
    previous = ""
    for word in words:
        shared, most = 0, min(len(previous), len(word))
        while shared < most and previous[shared] == word[shared]:
            shared += 1
        added.append(word[shared:])
        kept.append(shared if word.isascii() else len(utf16(word[:shared])) // 2)
        previous = word
    return "\n".join(added), encode(kept)


def pack(items: Iterable[tuple[Item, int]], limit: int) -> Iterator[list[Item]]:
    """Yield items, given with their sizes, in groups of at most ``limit``; what is larger has a group of its own."""
    group: list[Item] = []
    total = 0
    for item, size in items:
        if group and total + size > limit:
            yield group
            group, total = [], 0
        group.append(item)
        total += size
    if group:
        yield group


def separate(groups: Sequence[Sequence[str]]) -> list[str]:
    """Return the word from which each group of sorted words is responsible; the first answers for all before it.

    It is the shortest beginning of the first word of the group that sorts after the group before it. A group of one
    word is responsible for that word alone: it may be large, and nobody should load it for what it does not hold.
    """
    separators = [""]
    for before, group in pairwise(groups):
        first = group[0]
        if len(before) == 1:
            separators.append(before[0] + " ")
        elif len(group) == 1:
            separators.append(first)
        else:
            last = utf16(before[-1])
            lengths = range(1, len(first) + 1)
            separators.append(next(first[:length] for length in lengths if utf16(first[:length]) > last))
    return separators
