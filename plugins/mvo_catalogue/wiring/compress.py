"""Put a brotli and a gzip copy beside every text file, so that a server need not compress."""

from __future__ import annotations

import gzip
import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import brotli

TEXT_SUFFIXES = frozenset({".css", ".html", ".js", ".json", ".map", ".svg", ".txt", ".webmanifest", ".xml", ".xsl"})
_LEAST_BYTES = 256


def compress_files(folder: Path) -> int:
    """Write ``x.br`` and ``x.gz`` beside every text file ``x`` that gains by it; return how many files had one.

    The same file gives the same bytes: no time stamp is stored.
    """
    files = sorted(
        file for file in folder.rglob("*") if file.suffix in TEXT_SUFFIXES and file.stat().st_size >= _LEAST_BYTES
    )
    cores = os.cpu_count() or 1
    with ProcessPoolExecutor(cores, multiprocessing.get_context("spawn" if os.name == "nt" else None)) as pool:
        for _ in pool.map(_compress, files, chunksize=16):
            pass
    return len(files)


def _compress(file: Path) -> None:
    data = file.read_bytes()
    for suffix, packed in (
        (".br", brotli.compress(data, quality=11)),
        (".gz", gzip.compress(data, 9, mtime=0)),
    ):
        if len(packed) < len(data):
            file.with_name(file.name + suffix).write_bytes(packed)
