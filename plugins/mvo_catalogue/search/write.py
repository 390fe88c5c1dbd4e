"""Write the search index and what hits show, under names that change with the content."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.search.documents import FIELD_BOOSTS, build_hit, build_search_document
from mvo_catalogue.search.lunr_index import build_lunr_index


def write_search(catalogue: Catalogue, folder: Path) -> None:
    """Write the index, the hits and the manifest that names both into ``folder``."""
    practices = catalogue.practices.values()
    index = build_lunr_index((build_search_document(practice, catalogue) for practice in practices), FIELD_BOOSTS)
    hits = {practice.slug: build_hit(practice, catalogue) for practice in practices}
    folder.mkdir(parents=True, exist_ok=True)
    manifest = {
        "index": _write_hashed(folder, "index", index),
        "documents": _write_hashed(folder, "documents", hits),
    }
    (folder / "manifest.json").write_bytes(_encode(manifest))


def _write_hashed(folder: Path, name: str, value: Any) -> str:
    data = _encode(value)
    file = f"{name}.{hashlib.sha256(data).hexdigest()[:10]}.json"
    (folder / file).write_bytes(data)
    return file


def _encode(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
