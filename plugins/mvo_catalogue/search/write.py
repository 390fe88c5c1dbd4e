"""Write the search index as small static files, with one manifest that says how to find them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from itertools import accumulate, groupby
from pathlib import Path
from typing import Any

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.practice import Practice
from mvo_catalogue.search.compounds import keep_splits
from mvo_catalogue.search.dictionary import split_forward, split_reversed
from mvo_catalogue.search.documents import RUNNING_TEXTS, build_hit, build_search_document, start_index
from mvo_catalogue.search.facets import DATE, FACETS, collect_values, list_choices, split_values
from mvo_catalogue.search.lunr_index import CompactBuilder
from mvo_catalogue.search.ordering import separate
from mvo_catalogue.search.shards import split_terms
from mvo_catalogue.search.synonyms import build_synonyms
from mvo_catalogue.search.vlq import encode
from mvo_catalogue.site.urls import practice_path

FORMAT = 1
FULL_INDEX = "volledig.json"

SHARD_SIZE = 4_000
DICTIONARY_SIZE = 3_000
"""About how many characters a file has; half of them when compressed. Smaller ones would make the manifest large."""

HITS_PER_FILE = 2
"""The ten best documents stand in ten files anyway; more in one would be bytes that nobody looks at."""

MOST_HITS_SIZE = 120_000
"""Hits of not more than so many bytes are one file, a fifth of that when compressed: then no query waits for them."""

MOST_SEPARATORS = 3_000
SEPARATORS_PER_FILE = 64
"""A manifest with more separators than that names files of separators instead."""


def write_search(catalogue: Catalogue, folder: Path, *, full_index: bool = False, kept: Path | None = None) -> None:
    """Write manifest and files into ``folder``; with ``full_index`` also the index whole, as stock Lunr loads it.

    The file ``kept`` says what words were split into by the build before, and then by this one.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = HashedFiles(folder)
    builder = start_index()
    with keep_splits(kept) if kept else nullcontext():
        for practice in catalogue.practices.values():
            document = build_search_document(practice, catalogue)
            builder.add(document)
            files.add(f"texts-{practice.slug}", [document[name] for name in RUNNING_TEXTS if document[name]])
    builder.finish()
    practices = [catalogue.practices[ref] for ref in builder.refs]
    values = collect_values(practices, catalogue)
    directories = {
        "terms": _write_parts(files, "terms", split_terms(builder, SHARD_SIZE)),
        "values": _write_parts(files, "values", split_values(values, SHARD_SIZE)),
        "forward": _write_parts(files, "forward", split_forward(builder, DICTIONARY_SIZE)),
        "reversed": _write_parts(files, "reversed", split_reversed(builder, DICTIONARY_SIZE)),
    }
    for facet, choices in list_choices(values):
        files.add(f"choices-{facet}", choices)
    manifest = {
        "format": FORMAT,
        "hits": _write_hits(files, practices, catalogue),
        "digest": files.finish(),
        **describe_weights(builder),
        "path": practice_path("*"),
        "facets": [name for name in FACETS if name != DATE],
        "synonyms": build_synonyms(catalogue.vocabularies.get("synoniemen", {})),
        **directories,
    }
    (folder / "manifest.json").write_text(_json(manifest), encoding="utf-8")
    if full_index:
        with (folder / FULL_INDEX).open("w", encoding="utf-8") as file:
            file.writelines(builder.serialise())


def describe_weights(builder: CompactBuilder) -> dict[str, Any]:
    """Return what a browser needs, besides the files of terms, to compute the weight of a term in a document."""
    k1, b = builder.parameters
    return {
        "documents": len(builder.refs),
        "fields": builder.fields,
        "boosts": builder.boosts,
        "averages": builder.averages,
        "k1": k1,
        "b": b,
        "longest": builder.longest,
        "lengths": _encode_runs(builder.lengths(builder.longest)) if b else "",
    }


def _encode_runs(numbers: Iterable[int]) -> str:
    return encode(value for number, run in groupby(numbers) for value in (number, len(list(run))))


_EMPTY_FILE = [""] * 6
"""What a browser finds when there are no words of a kind at all: columns without a number in them."""


class HashedFiles:
    """JSON files in one folder whose names all carry the same digest, of everything that was added.

    A name says that its content never changes. One digest for all keeps names out of the manifest, and files of two
    builds apart: they number documents differently.
    """

    def __init__(self, folder: Path) -> None:
        """Keep the folder."""
        self._folder = folder
        self._names: list[str] = []
        self._digest = hashlib.sha256()

    def add(self, name: str, content: Any) -> None:
        """Write a file, under a name that it has until ``finish``."""
        data = _json(content).encode("utf-8")
        self._digest.update(f"{name} {len(data)}\n".encode())
        self._digest.update(data)
        self._names.append(name)
        (self._folder / f"{name}.new").write_bytes(data)

    def finish(self) -> str:
        """Give all files their names, ``<name>.<digest>.json``, and return the digest."""
        digest = self._digest.hexdigest()[:10]
        for name in self._names:
            (self._folder / f"{name}.new").rename(self._folder / f"{name}.{digest}.json")
        return digest


def _write_parts(files: HashedFiles, kind: str, parts: Iterable[tuple[list[str], list[Any]]]) -> list[Any]:
    """Write the files of one kind; return the words at which they are cut, and how many files each leads to."""
    ends = []
    for number, (words, content) in enumerate(parts):
        files.add(f"{kind}-{number}", content)
        ends.append(words if len(words) == 1 else [words[0], words[-1]])
    if not ends:
        files.add(f"{kind}-0", _EMPTY_FILE)
    separators = separate(ends)
    if len(separators) <= MOST_SEPARATORS:
        return ["\n".join(separators), 1]
    starts = range(0, len(separators), SEPARATORS_PER_FILE)
    for number, start in enumerate(starts):
        files.add(f"{kind}-from-{number}", "\n".join(separators[start : start + SEPARATORS_PER_FILE]))
    return ["\n".join(separators[start] for start in starts), SEPARATORS_PER_FILE]


def _write_hits(files: HashedFiles, practices: Sequence[Practice], catalogue: Catalogue) -> int:
    """Write what the list of hits shows of the documents, and return how many of them a file has."""
    sizes = accumulate(len(_json(build_hit(practice, catalogue)).encode("utf-8")) for practice in practices)
    per_file = HITS_PER_FILE if any(size > MOST_HITS_SIZE for size in sizes) else max(1, len(practices))
    for start in range(0, len(practices), per_file):
        hits = [build_hit(practice, catalogue) for practice in practices[start : start + per_file]]
        files.add(f"hits-{start // per_file}", hits)
    return per_file


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
