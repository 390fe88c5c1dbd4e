"""Put a brotli and a gzip copy beside every text file, so that a server need not compress."""

import zlib
from functools import partial
from pathlib import Path

import brotli

from mvo_catalogue.build_cache import digest_of
from mvo_catalogue.parallel import map_items
from mvo_catalogue.wiring.output_cache import OutputCache, Record

TEXT_SUFFIXES = frozenset(
    {".css", ".csv", ".html", ".js", ".json", ".jsonld", ".map", ".svg", ".txt", ".webmanifest", ".xml", ".xsl"}
)
_LEAST_BYTES = 256
_LEVELS = ((8_000, 11), (500_000, 10))
"""How hard brotli tries with files of fewer bytes than this; with larger ones, which no page loads, level 9.

A page of 23 kB: 4,721 bytes in 35 ms at level 11, 4,803 in 14 ms at 10, 5,078 in 12 ms at 9. The whole index takes
seconds at 10.
"""
_PARALLEL_FROM = 64
_GZIP = 31  # a header of gzip without a time; that of the module gzip differs between versions of Python
_VERSIONS = digest_of(Path(__file__), brotli.__version__, zlib.ZLIB_RUNTIME_VERSION)


def compress_files(folder: Path, outputs: OutputCache) -> int:
    """Write ``x.br`` and ``x.gz`` beside every text file ``x`` that gains by it; return how many files had one.

    The same file gives the same bytes: no time stamp is stored. A copy that ``outputs`` has of the same file is
    reused.
    """
    files = sorted(
        file for file in folder.rglob("*") if file.suffix in TEXT_SUFFIXES and file.stat().st_size >= _LEAST_BYTES
    )
    for records in map_items(partial(_compress, folder, outputs), files, least=_PARALLEL_FROM):
        outputs.merge(records)
    return len(files)


def _compress(folder: Path, outputs: OutputCache, file: Path) -> dict[str, Record]:
    """Pack one file; return the records of its copies, since this may be another process."""
    data, records = file.read_bytes(), dict[str, Record]()
    key = digest_of(_VERSIONS, data)
    for suffix, pack in ((".br", _pack_brotli), (".gz", _pack_gzip)):
        copy = file.with_name(file.name + suffix)
        name = copy.relative_to(folder).as_posix()
        if not outputs.reuse(name, key, folder):
            packed = pack(data)
            if len(packed) >= len(data):
                continue
            outputs.write(name, packed, folder, key)
        records[name] = outputs.recorded(name)
    return records


def _pack_brotli(data: bytes) -> bytes:
    level = next((level for size, level in _LEVELS if len(data) < size), 9)
    return bytes(brotli.compress(data, quality=level))


def _pack_gzip(data: bytes) -> bytes:
    return zlib.compress(data, 9, wbits=_GZIP)
