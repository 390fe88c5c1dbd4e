"""What one build keeps for the next, so that it need not be made again."""

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

_DIGEST_BYTES = hashlib.sha256().digest_size


class Keeper:
    """Files in a folder, each with a digest of its bytes and of all that made them.

    So what was made from something else, by other code, or is no longer whole, is as if it were not there. A new file
    takes the place of the old one of that name; nothing else is ever removed.
    """

    def __init__(self, folder: Path) -> None:
        """Keep files in ``folder``, which need not be there yet."""
        self._folder = folder

    def keep(self, name: str, made_of: bytes, make: Callable[[], bytes]) -> bytes:
        """Return what is cached under ``name``; when that was not made of ``made_of``, make it and keep it."""
        data = self.read(name, made_of)
        if data is None:
            data = make()
            self.write(name, made_of, data)
        return data

    def read(self, name: str, made_of: bytes) -> bytes | None:
        """Return what is cached under ``name`` if it was made of ``made_of``."""
        try:
            stored = (self._folder / name).read_bytes()
        except OSError:
            return None
        digest, data = stored[:_DIGEST_BYTES], stored[_DIGEST_BYTES:]
        return data if digest == _digest(made_of, data) else None

    def write(self, name: str, made_of: bytes, data: bytes) -> None:
        """Keep ``data``, whole or not at all, whatever other builds do at the same time."""
        file = self._folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_name(f"{file.name}.{os.getpid()}")
        fresh.write_bytes(_digest(made_of, data) + data)
        if file.is_dir():
            shutil.rmtree(file)
        fresh.replace(file)


class Known:
    """What a function gave, by a key that stands for all that it was given; what nobody asked for again goes.

    Without a ``keeper`` nothing is known from before. What is known is JSON. When it ``grows`` nothing goes.
    """

    def __init__(self, keeper: Keeper | None, name: str, made_of: bytes, *, grows: bool = False) -> None:
        """Begin with what was kept under ``name``, if it was ``made_of`` the same."""
        self._keeper, self._name, self._made_of, self._grows = keeper, name, made_of, grows
        kept = json.loads((keeper and keeper.read(name, made_of)) or b"{}")
        self._before: dict[str, Any] = kept if isinstance(kept, dict) else {}
        self._asked: dict[str, Any] = {}

    def find(self, key: str, make: Callable[[], Any]) -> Any:
        """Return what is known by a key, made if need be."""
        if key not in self._asked:
            self._asked[key] = self._before[key] if key in self._before else make()
        return self._asked[key]

    def write(self) -> None:
        """Keep what was asked for, when it is not what was kept."""
        found = self._before | self._asked if self._grows else self._asked
        if self._keeper and found.keys() != self._before.keys():
            self._keeper.write(self._name, self._made_of, json.dumps(found, separators=(",", ":")).encode())


def digest_of(*parts: str | bytes | Path) -> bytes:
    """Return one digest of texts, bytes and the content of files: what something is made of."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.read_bytes() if isinstance(part, Path) else part.encode() if isinstance(part, str) else part
        digest.update(f"{len(data)} ".encode() + data)
    return digest.digest()


def _digest(made_of: bytes, data: bytes) -> bytes:
    return digest_of(made_of, data)
