"""The files of the site that a build replaces, reused where the new ones would be the same."""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from mvo_catalogue.build_cache import BuildCache
from mvo_catalogue.reads import Read

OUTPUT_CACHE = "CATALOGUE_OUTPUT_CACHE"
"""The setting in which the generator finds an `OutputCache`, if the build has one."""


class Record(NamedTuple):
    """Two digests of a file: its ``key``, of everything it was made from, and that of its bytes.

    ``reads`` are what its making read, and ``state`` is a digest of that; ``""`` when it is unknown.
    """

    key: str
    digest: str
    reads: Sequence[Read] = ()
    state: str = ""


class OutputCache:
    """Reuses files of the site before as hard links, so that nothing is stored twice or written again.

    A file with the same key is reused only if its bytes have the digest in its record. The records of a site are stored
    in ``build_cache``, under the name of its folder.
    """

    def __init__(self, build_cache: BuildCache | None = None, site: Path = Path()) -> None:
        """Load the records of ``site``, which need not exist; a build never writes into it.

        Without a ``build_cache`` nothing is reused or stored.
        """
        self._build_cache, self._site, self._name = build_cache, site, f"{site.name}.made"
        self._before = _parse((build_cache and build_cache.read(self._name, b"")) or b"")
        self._records: dict[str, Record] = {}

    def reuse(self, file: str, key: bytes, new: Path) -> bool:
        """Link a file, named from the root of the site, into the folder ``new`` if its key is the same.

        Return whether that was so.
        """
        record = self._before.get(file)
        if record is None or record.key != key.hex() or not self._is_whole(file, record.digest):
            return False
        link(self._site / file, new / file)
        self._records[file] = record
        return True

    def write(self, file: str, data: bytes, new: Path, key: bytes = b"") -> None:
        """Write a file with these bytes in the folder ``new``, or link the old one if it has the same.

        With a ``key`` the next build can reuse it without making its bytes.
        """
        old, place = self._site / file, new / file
        if self._build_cache and _has(old, data):
            link(old, place)
        else:
            _place(place, lambda: _write(place, data))
        if key:
            self.record(file, data, key)

    def record(self, file: str, data: bytes, key: bytes) -> None:
        """Record the key and the bytes of a file."""
        self._records[file] = Record(key.hex(), hashlib.sha256(data).hexdigest())

    def _is_whole(self, file: str, digest: str) -> bool:
        try:
            return hashlib.sha256((self._site / file).read_bytes()).hexdigest() == digest
        except OSError:
            return False

    def before(self, file: str) -> Record | None:
        """Return the record of a file of the site before, if there is one."""
        return self._before.get(file)

    def recorded(self, file: str) -> Record:
        """Return the record of a file of the new site, for a process that works for another to hand back."""
        return self._records[file]

    def merge(self, records: Mapping[str, Record]) -> None:
        """Add the records of files that another process made."""
        self._records.update(records)

    def save(self) -> None:
        """Store the records for the next build."""
        if self._build_cache:
            self._build_cache.write(self._name, b"", json.dumps(self._records).encode())


def link(old: Path, new: Path) -> None:
    """Make ``new`` a hard link to ``old``, or a copy where the system cannot do that."""
    _place(new, lambda: _link(old, new))


def _place(file: Path, place: Callable[[], object]) -> None:
    """Call ``place``, which makes ``file``, after making its folder or removing an older file if that is needed.

    Nothing is ever written into an existing file, since that may be the file of the site before.
    """
    try:
        place()
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)
        place()
    except FileExistsError:
        file.unlink()
        place()


def _link(old: Path, new: Path) -> None:
    try:
        os.link(old, new)
    except (FileExistsError, FileNotFoundError):
        raise
    except OSError:
        shutil.copyfile(old, new)


def _write(file: Path, data: bytes) -> None:
    with file.open("xb") as stream:
        stream.write(data)


def _has(file: Path, data: bytes) -> bool:
    try:
        return file.stat().st_size == len(data) and file.read_bytes() == data
    except OSError:
        return False


def _parse(stored: bytes) -> dict[str, Record]:
    try:
        return {
            file: Record(key, digest, [Read(*read) for read in reads], state)
            for file, (key, digest, reads, state) in json.loads(stored).items()
        }
    except (ValueError, TypeError, AttributeError):  # absent, or not ours
        return {}
