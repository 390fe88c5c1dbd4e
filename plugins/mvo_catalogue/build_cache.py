"""What one build stores in `.build/` for the next."""

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

_DIGEST_BYTES = hashlib.sha256().digest_size


class BuildCache:
    """Files in a folder, each stored with a digest of its bytes and its ``key``, a digest of its inputs.

    A file with another key, or one that is damaged, counts as absent. A new file replaces the old one of that name;
    nothing else is ever removed.
    """

    def __init__(self, folder: Path) -> None:
        """Store files in ``folder``, which need not exist yet."""
        self._folder = folder

    def get_or_make(self, name: str, key: bytes, make: Callable[[], bytes]) -> bytes:
        """Return what is cached under ``name`` with this ``key``; if there is none, make it and store it."""
        data = self.read(name, key)
        if data is None:
            data = make()
            self.write(name, key, data)
        return data

    def read(self, name: str, key: bytes) -> bytes | None:
        """Return what is cached under ``name`` with this ``key``, or None."""
        try:
            stored = (self._folder / name).read_bytes()
        except OSError:
            return None
        digest, data = stored[:_DIGEST_BYTES], stored[_DIGEST_BYTES:]
        return data if digest == digest_of(key, data) else None

    def write(self, name: str, key: bytes, data: bytes) -> None:
        """Store ``data``, whole or not at all, whatever other builds do at the same time."""
        file = self._folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_name(f"{file.name}.{os.getpid()}")
        fresh.write_bytes(digest_of(key, data) + data)
        if file.is_dir():
            shutil.rmtree(file)
        fresh.replace(file)


class Memo:
    """Results of a function by a key for its arguments; a result that was not used again is dropped.

    Without a ``build_cache`` it starts empty and is not stored. Results are JSON. With ``grows`` nothing is dropped.
    """

    def __init__(self, build_cache: BuildCache | None, name: str, key: bytes, *, grows: bool = False) -> None:
        """Begin with what was stored under ``name`` with this ``key``."""
        self._build_cache, self._name, self._key, self._grows = build_cache, name, key, grows
        stored = json.loads((build_cache and build_cache.read(name, key)) or b"{}")
        self._before: dict[str, Any] = stored if isinstance(stored, dict) else {}
        self._asked: dict[str, Any] = {}

    def get(self, key: str, make: Callable[[], Any]) -> Any:
        """Return the result for a key, made if need be."""
        if key not in self._asked:
            self._asked[key] = self._before[key] if key in self._before else make()
        return self._asked[key]

    def write(self) -> None:
        """Store the results, if they are not the ones that were stored."""
        results = self._before | self._asked if self._grows else self._asked
        if self._build_cache and results.keys() != self._before.keys():
            self._build_cache.write(self._name, self._key, json.dumps(results, separators=(",", ":")).encode())


def digest_of(*parts: str | bytes | Path) -> bytes:
    """Return one SHA-256 digest of texts, bytes and the content of files, in this order."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.read_bytes() if isinstance(part, Path) else part.encode() if isinstance(part, str) else part
        digest.update(f"{len(data)} ".encode() + data)
    return digest.digest()
