"""Put things under the letters of the alphabet, as a Dutch reader looks for them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from typing import TypeVar

Item = TypeVar("Item")

OTHER = "0-9"


def sort_key(name: str) -> str:
    """Return what a name is sorted by: without accents, case and leading punctuation (``'thuis`` is ``thuis``)."""
    folded = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(character for character in folded if not unicodedata.combining(character))
    return plain.lstrip("'’‘“\"( ")


def group_by_letter(items: Iterable[Item], name: Callable[[Item], str]) -> list[tuple[str, list[Item]]]:
    """Return the items under their first letter, A to Z; what begins otherwise comes first, under ``0-9``."""
    groups: dict[str, list[Item]] = {}
    for item in sorted(items, key=lambda item: (sort_key(name(item)), name(item))):
        first = sort_key(name(item))[:1]
        letter = first.upper() if "a" <= first <= "z" else OTHER
        groups.setdefault(letter, []).append(item)
    return sorted(groups.items(), key=lambda group: (group[0] != OTHER, group[0]))
