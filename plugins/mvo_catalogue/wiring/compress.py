"""Put a brotli and a gzip copy beside every text file, so that a server need not compress."""

import zlib
from functools import partial
from pathlib import Path

import brotli

from mvo_catalogue.keeper import digest_of
from mvo_catalogue.parallel import map_items
from mvo_catalogue.wiring.made import Made, Note

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
_MADE_WITH = digest_of(Path(__file__), brotli.__version__, zlib.ZLIB_RUNTIME_VERSION)


def compress_files(folder: Path, made: Made) -> int:
    """Write ``x.br`` and ``x.gz`` beside every text file ``x`` that gains by it; return how many files had one.

    The same file gives the same bytes: no time stamp is stored. A copy that ``made`` has of the same file is not packed
    again.
    """
    files = sorted(
        file for file in folder.rglob("*") if file.suffix in TEXT_SUFFIXES and file.stat().st_size >= _LEAST_BYTES
    )
    for notes in map_items(partial(_compress, folder, made), files, least=_PARALLEL_FROM):
        made.add(notes)
    return len(files)


def _compress(folder: Path, made: Made, file: Path) -> dict[str, Note]:
    """Pack one file; return what ``made`` noted of its copies, since another process may have asked."""
    data, notes = file.read_bytes(), dict[str, Note]()
    made_of = digest_of(_MADE_WITH, data)
    for suffix, pack in ((".br", _pack_brotli), (".gz", _pack_gzip)):
        copy = file.with_name(file.name + suffix)
        name = copy.relative_to(folder).as_posix()
        if not made.take(name, made_of, folder):
            packed = pack(data)
            if len(packed) >= len(data):
                continue
            made.put(name, packed, folder, made_of)
        notes[name] = made.note(name)
    return notes


def _pack_brotli(data: bytes) -> bytes:
    level = next((level for size, level in _LEVELS if len(data) < size), 9)
    return bytes(brotli.compress(data, quality=level))


def _pack_gzip(data: bytes) -> bytes:
    return zlib.compress(data, 9, wbits=_GZIP)
