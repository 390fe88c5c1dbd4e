"""Write documents as a search index of small static files, with one manifest that says how to find them."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from pathlib import Path
from typing import Any

from lunr_shards.builder import REF, Analysis, CompactBuilder, split_words
from lunr_shards.encoding import encode, to_json, utf16
from lunr_shards.shards import TIE_MARGIN, Parts, separate, split_dictionary, split_terms, split_values

FORMAT = 5
MANIFEST = "manifest.json"
WHOLE_INDEX = "lunr.json"
_DIGEST = 10
"""The number of characters of a digest in a name."""
_LIST = "list-"
"""How the kinds of lists begin."""
Files = Iterator[tuple[str, bytes]]
"""Names of files with their bytes."""
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
    hits_per_file: int = 1  # the ten best documents are in ten files anyway; larger files would have unused bytes
    ordered: int = 1_000  # documents per file of an order, some 2,000 characters
    most_hits: int = 120_000  # bytes of hits that are one file, a fifth when compressed: then no query waits for them
    most_separators: int = 3_000  # a manifest with more of them names files of separators instead
    separators_per_file: int = 64
    most_named: int = 512  # files of a kind that have a digest each, five bytes in the manifest when compressed
    shared: int = 128  # digests of a kind with more files: neighbours have one together


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


def write_index(documents: Iterable[Document], folder: Path, options: Options) -> None:
    """Write the files of `make_index` into ``folder``."""
    write_files(make_index(documents, options), folder)


def write_files(files: Files, folder: Path) -> None:
    """Write the files of an index into ``folder``, and remove those of other builds."""
    folder.mkdir(parents=True, exist_ok=True)
    written = set[str]()
    for name, data in files:
        (folder / name).write_bytes(data)
        written.add(name)
    for file in folder.glob("*.json"):
        if file.name not in written and re.fullmatch(rf".+\.[0-9a-f]{{{_DIGEST}}}\.json", file.name):
            file.unlink()


def make_index(documents: Iterable[Document], options: Options) -> Files:
    """Yield manifest and files of documents, sorted by ``ref_order``, each as its name and its bytes.

    With ``whole_index`` the index is also in ``lunr.json`` as one file, for any client of Lunr 2.
    """
    names, sizes = _Names(options.sizes), options.sizes
    builder = CompactBuilder(options.fields, options.analyse, options.length_weight)
    hits: list[str] = []
    values: defaultdict[str, list[int]] = defaultdict(list)
    orders: defaultdict[str, list[Any]] = defaultdict(list)
    for number, document in enumerate(documents):
        builder.add({REF: document.ref, **document.fields})
        for order, key in document.orders.items():
            orders[order].append(key)
        for key in _keys(document):
            values[key].append(number)
        digest = ""
        if document.texts:
            texts = to_json(list(document.texts)).encode()
            digest = _digest_of(texts)
            yield f"texts-{number}.{digest}.json", texts
        hits.append(to_json([document.stored, digest]))
    kinds = {
        "terms": split_terms(builder, sizes.terms, options.tie_margin),
        "values": split_values(values, sizes.values),
        "forward": split_dictionary(builder, sizes.words),
        "reversed": split_dictionary(builder, sizes.words, reverse=True),
    }
    directories = {}
    for kind, parts in kinds.items():
        contents, separators = _cut(kind, parts)
        yield from names.name(kind, contents)
        directories[kind], contents = _direct(separators, sizes)
        yield from names.name(f"{kind}-from", contents)
    for order, keys in orders.items():
        yield from names.name(f"order-{order}", _order(keys, sizes.ordered))
    for facet in options.facets:
        yield from names.name(f"choices-{facet}", [to_json(_list_choices(f"{facet}/", values))])
    lists = {}
    for name, listed in options.lists.items():
        contents = _divide(listed, sizes)
        lists[name] = len(contents)
        yield from names.name(f"{_LIST}{name}", contents)
    per_file = _hits_per_file(hits, sizes)
    starts = range(0, len(hits), per_file)
    yield from names.name("hits", [f"[{','.join(hits[start : start + per_file])}]" for start in starts])
    parts_of = {"hits": per_file, "ordered": sizes.ordered, "facets": list(options.facets), "lists": lists}
    manifest = {"format": FORMAT, **parts_of, **builder.parameters, **options.manifest, **directories}
    yield MANIFEST, to_json({**manifest, "digest": names.digest, "digests": names.digests}).encode()
    if options.whole_index:
        yield WHOLE_INDEX, b"".join([piece.encode() for piece in builder.serialise()])


def _keys(document: Document) -> Iterator[str]:
    for facet, choices in document.values.items():
        yield from (f"{facet}/{value}={' '.join(label.split())}" for value, label in dict(choices).items())


def _list_choices(facet: str, values: Mapping[str, Sequence[int]]) -> list[list[Any]]:
    """Return ``[value, label, count]`` for all documents, the most frequent first."""
    keys = [key for key in values if key.startswith(facet)]
    ordered = sorted(keys, key=lambda key: (-len(values[key]), utf16(key)))
    return [[*key.removeprefix(facet).split("=", 1), len(values[key])] for key in ordered]


class _Names:
    """The names of JSON files, each with a digest of its content in it, so that it never changes.

    All files of a list have one digest, and neighbours have one in a kind with so many that theirs would make the
    manifest large. ``digests`` are by kind how many files share one, and all of them, one after the other.
    """

    def __init__(self, sizes: Sizes) -> None:
        self._sizes = sizes
        self.digests: dict[str, tuple[int, str]] = {}

    def name(self, kind: str, contents: Sequence[str]) -> Files:
        """Yield the name and the bytes of the files of a kind, which has these and no others."""
        files = [content.encode() for content in contents]
        if not files:
            return
        together = len(files) if kind.startswith(_LIST) else 1
        if len(files) > self._sizes.most_named:
            together = max(together, -(-len(files) // self._sizes.shared))
        digests = [_digest_of(*files[start : start + together]) for start in range(0, len(files), together)]
        self.digests[kind] = together, "".join(digests)
        for number, data in enumerate(files):
            yield f"{kind}-{number}.{digests[number // together]}.json", data

    @property
    def digest(self) -> str:
        """Return that of everything."""
        return _digest_of(to_json(self.digests).encode())


def _digest_of(*files: bytes) -> str:
    digests = b"".join(hashlib.sha256(data).digest() for data in files)
    return (digests if len(files) == 1 else hashlib.sha256(digests).digest()).hex()[:_DIGEST]


def _cut(kind: str, parts: Parts) -> tuple[list[str], list[str]]:
    """Return the files of one kind, and the words at which they are cut."""
    contents, ends = [], []
    for words, content in parts:
        contents.append(to_json(content))
        # The only key of a file would be in the manifest as a whole, and its label may be long.
        alone = words[0][: words[0].index("=") + 2] if kind == "values" else words[0]
        ends.append([alone] if len(words) == 1 else [words[0], words[-1]])
    return contents or [to_json(_EMPTY_FILE)], separate(ends)


def _direct(separators: Sequence[str], sizes: Sizes) -> tuple[list[Any], list[str]]:
    """Return what the manifest says of these words, and how many files each leads to; and files of words, if any."""
    if len(separators) <= sizes.most_separators:
        return ["\n".join(separators), 1], []
    starts = range(0, len(separators), sizes.separators_per_file)
    contents = [to_json("\n".join(separators[start : start + sizes.separators_per_file])) for start in starts]
    return ["\n".join(separators[start] for start in starts), sizes.separators_per_file], contents


def _order(keys: Sequence[Any], per_file: int) -> list[str]:
    """Return the files of an order of the documents, which have these keys."""
    places = sorted(range(len(keys)), key=keys.__getitem__)
    return [to_json(encode(places[start : start + per_file])) for start in range(0, len(places), per_file)]


def _divide(listed: Mapping[str, Any], sizes: Sizes) -> list[str]:
    """Return the files of a list; the hash of a key determines its file.

    So the keys are not in the manifest, and a search loads one file per key.
    """
    characters = sum(len(key) + len(to_json(found)) for key, found in listed.items())
    parts: list[dict[str, Any]] = [{} for _ in range(min(characters // sizes.listed + 1, sizes.most_listed))]
    for key in sorted(listed):
        parts[_hash(key) % len(parts)][key] = listed[key]
    return list(map(to_json, parts))


def _hash(key: str) -> int:
    """Return a number for a key; ``hash`` in ``shards.js`` does the same."""
    return reduce(lambda number, letter: (number * 31 + ord(letter)) % 65_521, key, 0)


def _hits_per_file(hits: Sequence[str], sizes: Sizes) -> int:
    total = sum(len(hit.encode("utf-8")) for hit in hits)
    return sizes.hits_per_file if total > sizes.most_hits else max(1, len(hits))
