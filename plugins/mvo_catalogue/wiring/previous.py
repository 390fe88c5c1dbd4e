"""Keep what an open page of the build before may still ask for: files with a hash in their names."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from mvo_catalogue.site import urls

LIST = ".vorige"
"""In a built folder: which of its files belong to the build before, a name a line."""

_FOLDERS = (urls.ASSETS, urls.SEARCH_INDEX)
_HASHED = re.compile(r".+\.[0-9a-f]{10}\.\w+")
_COMPRESSED = ("", ".br", ".gz")


def keep_previous(old: Path, new: Path) -> None:
    """Copy into ``new`` the hashed files of ``old``, the build that it replaces; what ``old`` kept itself goes.

    When both have the same files of their own nobody can tell them apart: then what ``old`` kept stays.
    """
    listed = _read_list(old)
    own, fresh = _hashed(old) - listed, _hashed(new)
    kept = sorted((listed & _hashed(old) if own == fresh else own) - fresh)
    for name in kept:
        for suffix in _COMPRESSED:
            file = old / (name + suffix)
            if file.is_file():
                shutil.copyfile(file, new / (name + suffix))
    if kept:
        (new / LIST).write_text("".join(f"{name}\n" for name in kept), encoding="utf-8")


def _hashed(site: Path) -> set[str]:
    files = (file for folder in _FOLDERS for file in (site / folder[1:]).glob("*"))
    return {file.relative_to(site).as_posix() for file in files if _HASHED.fullmatch(file.name)}


def _read_list(site: Path) -> set[str]:
    file = site / LIST
    return set(file.read_text(encoding="utf-8", errors="replace").splitlines()) if file.is_file() else set()
