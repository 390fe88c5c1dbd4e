"""What is known of the files of a site, so that the next build does not make again what would be the same."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from mvo_catalogue.keeper import Keeper

Note = tuple[str, str]
"""Digests of what a file was made of, ``""`` when nobody asks, and of its bytes."""


class Made:
    """The files of the site that a build replaces, and a note of each: those of the new one are made from them.

    A file counts only if its bytes are those that the note speaks of. The notes stand in ``keeper``, under the name of
    the folder of the site; without them, everything is made.
    """

    def __init__(self, keeper: Keeper, site: Path) -> None:
        """Begin with what is known of ``site``, which need not be there."""
        self._keeper, self._site, self._name = keeper, site, f"{site.name}.made"
        self._before = _read(keeper.read(self._name, b"") or b"")
        self._now: dict[str, Note] = {}

    def keep(self, file: str, made_of: bytes, make: Callable[[], bytes]) -> bytes:
        """Return the bytes of a file, by its name in the site: those that it had if it was made of the same."""
        data = self._find(file, made_of)
        if data is None:
            data = make()
            self._now[file] = made_of.hex(), hashlib.sha256(data).hexdigest()
        return data

    def _find(self, file: str, made_of: bytes) -> bytes | None:
        note = self._before.get(file)
        if note is None or note[0] != made_of.hex():
            return None
        try:
            data = (self._site / file).read_bytes()
        except OSError:
            return None
        if hashlib.sha256(data).hexdigest() != note[1]:
            return None
        self._now[file] = note
        return data

    def note(self, file: str) -> Note:
        """Return what was noted of a file: what a process that works for another has to hand back."""
        return self._now[file]

    def add(self, notes: Mapping[str, Note]) -> None:
        """Take over what another process noted of files."""
        self._now.update(notes)

    def write(self, site: Path) -> None:
        """Keep what is known of the files in ``site`` for the build after this one."""
        files = {file: self._now.get(file) or ("", _digest(site, file)) for file in _list(site)}
        self._keeper.write(self._name, b"", json.dumps(files).encode())


def _read(cached: bytes) -> dict[str, Note]:
    try:
        return {file: (made_of, digest) for file, (made_of, digest) in json.loads(cached).items()}
    except (ValueError, TypeError, AttributeError):  # there is nothing, or it came from elsewhere
        return {}


def _list(site: Path) -> Iterator[str]:
    for folder, _, names in os.walk(site):
        yield from (os.path.relpath(os.path.join(folder, name), site) for name in names)  # noqa: PTH118  # many


def _digest(site: Path, file: str) -> str:
    return hashlib.sha256((site / file).read_bytes()).hexdigest()
