"""Write the search index and what hits show, under names that change with the content."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.search.documents import FIELD_BOOSTS, build_hit, build_search_document
from mvo_catalogue.search.lunr_index import CompactBuilder


def write_search(catalogue: Catalogue, folder: Path) -> None:
    """Write the index, the hits and the manifest that names both into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    builder = CompactBuilder()
    for name, boost in FIELD_BOOSTS.items():
        builder.field(name, boost)
    for practice in catalogue.practices.values():
        builder.add(build_search_document(practice, catalogue))
    manifest = {
        "index": _write_hashed(folder, "index", builder.serialise()),
        "documents": _write_hashed(folder, "documents", _hits(catalogue)),
    }
    (folder / "manifest.json").write_text(_json(manifest), encoding="utf-8")


def _hits(catalogue: Catalogue) -> Iterator[str]:
    yield "{"
    for number, practice in enumerate(catalogue.practices.values()):
        yield f"{',' if number else ''}{_json(practice.slug)}:{_json(build_hit(practice, catalogue))}"
    yield "}"


def _write_hashed(folder: Path, name: str, pieces: Iterable[str]) -> str:
    """Write the pieces one after the other and return the name of the file, with ten digits of its SHA-256."""
    digest = hashlib.sha256()
    unnamed = folder / f"{name}.json"
    with unnamed.open("wb") as file:
        for piece in pieces:
            data = piece.encode("utf-8")
            digest.update(data)
            file.write(data)
    named = f"{name}.{digest.hexdigest()[:10]}.json"
    unnamed.rename(folder / named)
    return named


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
