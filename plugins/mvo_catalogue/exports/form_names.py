"""The names that the form for a practice finds while somebody types, in small files by the words they begin with."""

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
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
_JOINED = re.compile(r"[a-z](?=[A-Z])")
"""The end of a word before another one in a name such as ``BrabantWonen``."""
_KEY = 40
"""How many characters of a name determine its place; ``names.js`` has the same number."""


def build_form_names(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Yield the files with names, each as its name and its bytes; docs/contribute-form.md says how they are found."""
    starts = {}
    for name in NAME_LISTS:
        rows = list_names(name, catalogue)
        written = list(map(_to_json, rows))  # a row is in a file for each of its words
        files = list(_cut(_keys(rows)))
        starts[name] = [start for start, _ in files]
        for start, places in files:
            yield f"{name}-{start}.json", f"[{','.join([written[place] for place in places])}]".encode()
    yield STARTS, _to_json(starts).encode()


def list_names(name: str, catalogue: Catalogue) -> list[list[Any]]:
    """Return value, name, kind and, if there are any, other names of all in a list."""
    reference = NAME_LISTS[name]
    rows: list[list[Any]] = [
        [choice.value, choice.label, choice.meaning] for choice in reference_choices(reference, catalogue)
    ]
    for row in rows if reference.kind == PARTNERS else ():
        others = catalogue.partners[row[0]].other_names
        if others:
            row.append(list(others))
    return rows


def make_key(text: str) -> str:
    """Return what a text is found by, as ``makeKey`` in ``names.js`` does."""
    if text.isascii():
        return make_slug(text)
    letters = (letter for letter in unicodedata.normalize("NFKD", text) if unicodedata.category(letter)[0] != "M")
    return make_slug("".join(letter if letter.isalnum() else " " for letter in letters))


def _keys(rows: Sequence[Sequence[Any]]) -> Iterator[tuple[str, list[int]]]:
    """Yield every beginning at a word of a name, sorted, with the places of the names that have it."""
    whole, inner = defaultdict[str, dict[int, None]](dict), defaultdict[str, dict[int, None]](dict)
    for place, (value, label, _, *others) in enumerate(rows):
        for name in (value, label, *(others[0] if others else ())):
            key = make_key(name)
            if key:
                whole[key[:_KEY]][place] = None
            rest = [key[found.end() :] for found in re.finditer("-", key)]
            for part in [*rest, *(make_key(name[found.end() :]) for found in _JOINED.finditer(name))]:
                inner[part[:_KEY]][place] = None
    for key in sorted(whole.keys() | inner.keys()):
        yield key, [*whole.get(key, ()), *list(inner.get(key, ()))[:MOST_ALIKE]]


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


def _to_json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
