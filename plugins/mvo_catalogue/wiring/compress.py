"""Put a brotli and a gzip copy beside every text file, so that a server need not compress."""

from __future__ import annotations

import zlib
from pathlib import Path

import brotli

from mvo_catalogue.parallel import map_items

TEXT_SUFFIXES = frozenset(
    {".css", ".csv", ".html", ".js", ".json", ".jsonld", ".map", ".svg", ".txt", ".webmanifest", ".xml", ".xsl"}
)
_LEAST_BYTES = 256
_LARGE = 500_000
"""Bytes from which the last tenth would take seconds: the whole index and the whole catalogue, which no page loads."""
_PARALLEL_FROM = 64
_GZIP = 31  # a header of gzip without a time; that of the module gzip differs between versions of Python


def compress_files(folder: Path) -> int:
    """Write ``x.br`` and ``x.gz`` beside every text file ``x`` that gains by it; return how many files had one.

    The same file gives the same bytes: no time stamp is stored.
    """
    files = sorted(
        file for file in folder.rglob("*") if file.suffix in TEXT_SUFFIXES and file.stat().st_size >= _LEAST_BYTES
    )
    for _ in map_items(_compress, files, least=_PARALLEL_FROM):
        pass
    return len(files)


def _compress(file: Path) -> None:
    data = file.read_bytes()
    for suffix, packed in (
        (".br", brotli.compress(data, quality=11 if len(data) < _LARGE else 9)),
        (".gz", zlib.compress(data, 9, wbits=_GZIP)),
    ):
        if len(packed) < len(data):
            file.with_name(file.name + suffix).write_bytes(packed)
