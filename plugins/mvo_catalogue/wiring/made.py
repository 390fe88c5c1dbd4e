"""What is known of the files of a site, so that the next build does not make again what would be the same."""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from mvo_catalogue.keeper import Keeper

Note = tuple[str, str]
"""Digests of what a file was made of, and of its bytes."""


class Made:
    """The files of the site that a build replaces, and a note of each: those of the new one are made from them.

    A file that was made of the same counts only if its bytes are those that its note speaks of. One that stays the same
    is linked, not written again. The notes stand in ``keeper``, under the name of the folder of the site.
    """

    def __init__(self, keeper: Keeper | None = None, site: Path = Path()) -> None:
        """Begin with what is known of ``site``, which need not be there, and is never the folder that is written to.

        Without a ``keeper`` there is no such site, and nothing is kept.
        """
        self._keeper, self._site, self._name = keeper, site, f"{site.name}.made"
        self._before = _read((keeper and keeper.read(self._name, b"")) or b"")
        self._now: dict[str, Note] = {}

    def take(self, file: str, made_of: bytes, new: Path) -> bool:
        """Put a file, by its name in the site, in the folder ``new`` as it was, if it was made of the same.

        Return whether it was.
        """
        note = self._before.get(file)
        if note is None or note[0] != made_of.hex() or not self._is_whole(file, note[1]):
            return False
        link(self._site / file, new / file)
        self._now[file] = note
        return True

    def put(self, file: str, data: bytes, new: Path, made_of: bytes = b"") -> None:
        """Put a file with these bytes in the folder ``new``: the file as it was, if that has them.

        It is noted if somebody will ask what it was ``made_of``.
        """
        old, place = self._site / file, new / file
        if self._keeper and _has(old, data):
            link(old, place)
        else:
            _place(place, lambda: _write(place, data))
        if made_of:
            self.know(file, data, made_of)

    def know(self, file: str, data: bytes, made_of: bytes) -> None:
        """Note of a file what it holds and what it was made of."""
        self._now[file] = made_of.hex(), hashlib.sha256(data).hexdigest()

    def _is_whole(self, file: str, digest: str) -> bool:
        try:
            return _digest(self._site, file) == digest
        except OSError:
            return False

    def note(self, file: str) -> Note:
        """Return what was noted of a file: what a process that works for another has to hand back."""
        return self._now[file]

    def add(self, notes: Mapping[str, Note]) -> None:
        """Take over what another process noted of files."""
        self._now.update(notes)

    def write(self) -> None:
        """Keep what is known of the new files for the build after this one."""
        if self._keeper:
            self._keeper.write(self._name, b"", json.dumps(self._now).encode())


def link(old: Path, new: Path) -> None:
    """Let a file stand in a second place too, or a copy of it where the system cannot do that."""
    _place(new, lambda: _link(old, new))


def _place(file: Path, place: Callable[[], object]) -> None:
    """Put a file in a place, in a folder that may not be there; nothing is written into a file that is there."""
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


def _read(cached: bytes) -> dict[str, Note]:
    try:
        return {file: (made_of, digest) for file, (made_of, digest) in json.loads(cached).items()}
    except (ValueError, TypeError, AttributeError):  # there is nothing, or it came from elsewhere
        return {}


def _digest(site: Path, file: str) -> str:
    return hashlib.sha256((site / file).read_bytes()).hexdigest()
