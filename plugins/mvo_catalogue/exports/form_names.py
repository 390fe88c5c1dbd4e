"""The names that the form for a practice finds while somebody types, in small files by the words they begin with."""

import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any
from zlib import crc32

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.model import PARTNERS, PRACTICES, Reference
from mvo_catalogue.domain.names import make_slug
from mvo_catalogue.schema.tree import reference_choices

STARTS = "begin.json"
"""The file with, per list, the first key of each of its other files."""

NAME_LISTS: Mapping[str, Reference] = {
    "corporaties": Reference(PARTNERS, associations=True),
    "partners": Reference(PARTNERS, associations=False),
    PRACTICES: Reference(PRACTICES),
}
"""The lists that grow with the catalogue; other lists are in the data of the form as a whole."""

MOST_KEYS = 200
"""How many keys a file has at most."""
MOST_ALIKE = 20
"""How many names with the same end a file has: the form suggests eight."""
_SPREAD = 100
"""How many keys a file has on average. Files are cut at certain keys, so that a new name changes one or two files."""
_KEY = 40
"""How many characters of a name determine its place; ``names.js`` has the same number."""


def build_form_names(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Yield the files with names, each as its name and its bytes; docs/contribute-form.md says how they are found."""
    starts = {}
    for name in NAME_LISTS:
        rows = list_names(name, catalogue)
        files = list(_cut(_keys(rows)))
        starts[name] = [start for start, _ in files]
        yield from ((f"{name}-{start}.json", _to_json([rows[place] for place in places])) for start, places in files)
    yield STARTS, _to_json(starts)


def list_names(name: str, catalogue: Catalogue) -> list[list[Any]]:
    """Return value, name, kind and, if there are any, other or former names of all in a list."""
    reference = NAME_LISTS[name]
    if reference.kind == PARTNERS:
        others = {slug: partner.other_names for slug, partner in catalogue.partners.items()}
    else:
        others = {slug: practice.former for slug, practice in catalogue.practices.items()}
    return [
        [choice.value, choice.label, choice.meaning, *([list(others[choice.value])] if others[choice.value] else [])]
        for choice in reference_choices(reference, catalogue)
    ]


def make_key(text: str) -> str:
    """Return what a text is found by, as ``makeKey`` in ``names.js`` does."""
    letters = (letter for letter in unicodedata.normalize("NFKD", text) if unicodedata.category(letter)[0] != "M")
    return make_slug("".join(letter if letter.isalnum() else " " for letter in letters))


def _keys(rows: Sequence[Sequence[Any]]) -> Iterator[tuple[str, list[int]]]:
    """Yield every beginning at a word of a name, sorted, with the places of the names that have it."""
    keys = set[tuple[str, bool, int]]()
    for place, (value, label, _, *others) in enumerate(rows):
        for name in (value, label, *(others[0] if others else ())):
            words = make_key(name).split("-")
            keys.update(("-".join(words[at:])[:_KEY], at > 0, place) for at in range(len(words)) if words[at])
    for key, found in groupby(sorted(keys), key=lambda one: one[0]):
        alike = list(found)
        whole = [place for _, is_inner, place in alike if not is_inner]
        yield key, whole + [place for _, is_inner, place in alike if is_inner][:MOST_ALIKE]


def _cut(keys: Iterator[tuple[str, list[int]]]) -> Iterator[tuple[str, list[int]]]:
    """Yield from which key on a file is responsible, the first from the empty key on, and the places of its names."""
    start, last, count, places = "", "", 0, set[int]()
    for key, found in keys:
        if count and (crc32(key.encode()) % _SPREAD == 0 or count + len(found) > MOST_KEYS):
            yield start, sorted(places)
            start = next(key[:length] for length in range(1, len(key) + 1) if key[:length] > last)
            count, places = 0, set()
        last = key
        count += len(found)
        places.update(found)
    yield start, sorted(places)


def _to_json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
