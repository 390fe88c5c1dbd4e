"""Write documents as a search index of small static files, with one manifest that says how to find them."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from pathlib import Path
from typing import Any

from lunr_shards.builder import REF, Analysis, CompactBuilder, split_words
from lunr_shards.encoding import encode, to_json, utf16
from lunr_shards.shards import TIE_MARGIN, Parts, separate, split_dictionary, split_terms, split_values

FORMAT = 4
MANIFEST = "manifest.json"
WHOLE_INDEX = "lunr.json"
_DIGEST = 10
"""How many letters of a digest stand in a name."""
_TEXTS = "texts"
"""The kind of which hits say the digests: one file for each document, of which few are ever loaded."""
_LIST = "list-"
"""How the kinds of lists begin."""
_EMPTY_FILE = [""] * 6
"""What a browser finds when there are no words of a kind at all: columns without a number in them."""


@dataclass(frozen=True, slots=True)
class Document:
    """What is searched, filtered and shown of one document.

    ``fields`` has a text per field of the index, ``values`` per facet pairs of a value and the words for it, ``orders``
    per order of the index what it is sorted by, the smallest first. ``stored`` is what a list of results shows,
    anything that JSON can say; ``texts`` is what only few results need, such as the running text, loaded document by
    document. All documents of an index have the same orders.
    """

    ref: str
    fields: Mapping[str, str]
    stored: Any = None
    values: Mapping[str, Iterable[tuple[str, str]]] = field(default_factory=dict)
    orders: Mapping[str, Any] = field(default_factory=dict)
    texts: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large files are, in characters, and how many there may be before they are grouped."""

    terms: int = 1_000  # half of them when compressed; smaller ones would make the manifest large
    values: int = 4_000
    listed: int = 1_000
    most_listed: int = 256  # files of a list
    words: int = 3_000
    hits_per_file: int = 1  # the ten best documents stand in ten files anyway; more would be bytes that nobody looks at
    ordered: int = 1_000  # documents per file of an order, some 2,000 characters
    most_hits: int = 120_000  # bytes of hits that are one file, a fifth when compressed: then no query waits for them
    most_separators: int = 3_000  # a manifest with more of them names files of separators instead
    separators_per_file: int = 64
    most_named: int = 512  # files of a kind that have a digest each, five bytes in the manifest when compressed


@dataclass(frozen=True, slots=True)
class Options:
    """How documents are indexed: Lunr's fields with their boosts, its ``b``, and what the manifest says besides.

    ``lists`` have by name what there is to look up by a key: anything that JSON can say.
    """

    fields: Mapping[str, float]
    facets: Sequence[str] = ()
    analyse: Analysis = split_words
    length_weight: float = 0.75
    manifest: Mapping[str, Any] = field(default_factory=dict)
    whole_index: bool = True
    sizes: Sizes = Sizes()
    tie_margin: float = TIE_MARGIN
    lists: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def write_index(documents: Iterable[Document], folder: Path, options: Options) -> int:
    """Write manifest and files of documents, sorted by ``ref_order``, into ``folder``; return how many documents.

    With ``whole_index`` the index also stands in ``lunr.json`` as one file, as any client of Lunr 2 loads it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files, sizes = _HashedFiles(folder), options.sizes
    builder = CompactBuilder(options.fields, options.analyse, options.length_weight)
    hits: list[str] = []
    values: defaultdict[str, list[int]] = defaultdict(list)
    orders: defaultdict[str, list[Any]] = defaultdict(list)
    for number, document in enumerate(documents):
        builder.add({REF: document.ref, **document.fields})
        for order, key in document.orders.items():
            orders[order].append(key)
        for facet, choices in document.values.items():
            for value, label in dict(choices).items():
                values[f"{facet}/{value}={' '.join(label.split())}"].append(number)
        digest = files.add(_TEXTS, number, to_json(list(document.texts))) if document.texts else ""
        hits.append(to_json([document.stored, digest]))
    directories = {
        "terms": _write_parts(files, "terms", split_terms(builder, sizes.terms, options.tie_margin), sizes),
        "values": _write_parts(files, "values", split_values(values, sizes.values), sizes),
        "forward": _write_parts(files, "forward", split_dictionary(builder, sizes.words), sizes),
        "reversed": _write_parts(files, "reversed", split_dictionary(builder, sizes.words, reverse=True), sizes),
    }
    for order, keys in orders.items():
        places = sorted(range(len(keys)), key=keys.__getitem__)
        for start in range(0, len(places), sizes.ordered):
            part = to_json(encode(places[start : start + sizes.ordered]))
            files.add(f"order-{order}", start // sizes.ordered, part)
    for facet in options.facets:
        files.add(f"choices-{facet}", 0, to_json(_list_choices(f"{facet}/", values)))
    lists = {name: _write_list(files, name, listed, sizes) for name, listed in options.lists.items()}
    parts = {"hits": _write_hits(files, hits, sizes), "ordered": sizes.ordered, "facets": list(options.facets)}
    manifest = {"format": FORMAT, **parts, "lists": lists, **builder.parameters, **options.manifest, **directories}
    (folder / MANIFEST).write_text(to_json(manifest | files.finish(sizes.most_named)), encoding="utf-8")
    if options.whole_index:
        with (folder / WHOLE_INDEX).open("w", encoding="utf-8") as file:
            file.writelines(builder.serialise())
    return len(builder.refs)


def _list_choices(facet: str, values: Mapping[str, Sequence[int]]) -> list[list[Any]]:
    """Return ``[value, label, count]`` for all documents, the most frequent first."""
    keys = [key for key in values if key.startswith(facet)]
    ordered = sorted(keys, key=lambda key: (-len(values[key]), utf16(key)))
    return [[*key.removeprefix(facet).split("=", 1), len(values[key])] for key in ordered]


class _HashedFiles:
    """JSON files in one folder, each with a digest of its content in its name, so that it never changes.

    All files of a list have one digest, and so have those of a kind with so many that theirs would make the manifest
    large.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._digests: defaultdict[str, dict[int, str]] = defaultdict(dict)

    def add(self, kind: str, number: int, content: str) -> str:
        """Write a file of a kind, under a name that it has until ``finish``; return its digest."""
        data = content.encode("utf-8")
        digest = self._digests[kind][number] = _digest_of(data)
        (self._folder / f"{kind}-{number}.new").write_bytes(data)
        return digest

    def finish(self, most: int) -> dict[str, Any]:
        """Give all files their names, ``<kind>-<number>.<digest>.json``, and remove those of other builds.

        Return what the manifest says of them: ``digest``, of everything, and ``digests``, per kind but for texts the
        one of all its files, or those of its files one after the other when it has at most ``most``.
        """
        for file in self._folder.glob("*.json"):
            if re.fullmatch(rf".+\.[0-9a-f]{{{_DIGEST}}}\.json", file.name):
                file.unlink()
        listed = {}
        for kind, digests in self._digests.items():
            last = max(digests)
            if kind != _TEXTS and (last >= most or kind.startswith(_LIST)):
                listed[kind] = _digest_of(to_json(digests).encode())
            elif kind != _TEXTS:
                listed[kind] = "".join(digests.get(number, "-" * _DIGEST) for number in range(last + 1))
            for number, digest in digests.items():
                own = listed[kind] if len(listed.get(kind, "")) == _DIGEST else digest
                (self._folder / f"{kind}-{number}.new").rename(self._folder / f"{kind}-{number}.{own}.json")
        return {"digest": _digest_of(to_json(self._digests).encode()), "digests": listed}


def _digest_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:_DIGEST]


def _write_parts(files: _HashedFiles, kind: str, parts: Parts, sizes: Sizes) -> list[Any]:
    """Write the files of one kind; return the words at which they are cut, and how many files each leads to."""
    ends = []
    for number, (words, content) in enumerate(parts):
        files.add(kind, number, to_json(content))
        # The one key of a file would stand whole in the manifest, and the label in it may be long.
        alone = words[0][: words[0].index("=") + 2] if kind == "values" else words[0]
        ends.append([alone] if len(words) == 1 else [words[0], words[-1]])
    if not ends:
        files.add(kind, 0, to_json(_EMPTY_FILE))
    separators = separate(ends)
    if len(separators) <= sizes.most_separators:
        return ["\n".join(separators), 1]
    starts = range(0, len(separators), sizes.separators_per_file)
    for number, start in enumerate(starts):
        part = to_json("\n".join(separators[start : start + sizes.separators_per_file]))
        files.add(f"{kind}-from", number, part)
    return ["\n".join(separators[start] for start in starts), sizes.separators_per_file]


def _write_list(files: _HashedFiles, name: str, listed: Mapping[str, Any], sizes: Sizes) -> int:
    """Write what a list has by its keys, and return over how many files: the hash of a key says in which it stands.

    So the manifest says nothing of the keys, and a search loads one file for each that it asks for.
    """
    characters = sum(len(key) + len(to_json(found)) for key, found in listed.items())
    parts: list[dict[str, Any]] = [{} for _ in range(min(characters // sizes.listed + 1, sizes.most_listed))]
    for key in sorted(listed):
        parts[_hash(key) % len(parts)][key] = listed[key]
    for number, part in enumerate(parts):
        files.add(f"{_LIST}{name}", number, to_json(part))
    return len(parts)


def _hash(key: str) -> int:
    """Return a number for a key; ``hash`` in ``shards.js`` does the same."""
    return reduce(lambda number, letter: (number * 31 + ord(letter)) % 65_521, key, 0)


def _write_hits(files: _HashedFiles, hits: Sequence[str], sizes: Sizes) -> int:
    """Write what a list of results shows of the documents, and return how many of them a file has."""
    total = sum(len(hit.encode("utf-8")) for hit in hits)
    per_file = sizes.hits_per_file if total > sizes.most_hits else max(1, len(hits))
    for start in range(0, len(hits), per_file):
        files.add("hits", start // per_file, f"[{','.join(hits[start : start + per_file])}]")
    return per_file
