"""The folder that a site is built into: by one build at a time, and replaced whole or not at all.

What an open page of the build before may still ask for stays: files with a hash in their names.
"""

import ctypes
import fcntl
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from mvo_catalogue.refused import Refused
from mvo_catalogue.site import urls
from mvo_catalogue.wiring.output_cache import link

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2  # of renameat2(2)
LIST = ".vorige"
"""In a built folder: which of its files belong to the build before, a name a line."""

_FOLDERS = (urls.ASSETS, urls.SEARCH_INDEX)
_HASHED = re.compile(r".+\.[0-9a-f]{10}\.\w+")
_COMPRESSED = ("", ".br", ".gz")


@contextmanager
def take_turn(output: Path) -> Iterator[bool]:
    """Wait until no other build writes beside ``output``, and say so when it takes a while; yield whether one did.

    The lock is on the folder that holds it: the system gives it back whatever ends this process, and no file is left.
    """
    output.parent.mkdir(parents=True, exist_ok=True)
    parent, has_waited = os.open(output.parent, os.O_RDONLY), False
    try:
        try:
            fcntl.flock(parent, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Er wordt hier al een site gebouwd. Even wachten tot die klaar is …", flush=True)
            fcntl.flock(parent, fcntl.LOCK_EX)
            has_waited = True
        yield has_waited
    finally:
        os.close(parent)


def refuse_unusable(output: Path, inputs: Iterable[Path]) -> None:
    """Refuse an output folder that a build did not make, or that contains or is inside one of the ``inputs``.

    Raises:
        Refused: replacing it would lose something.
    """
    for folder in inputs:
        if folder.is_relative_to(output) or output.is_relative_to(folder):
            raise Refused(f"De site kan niet in {output}: dan verdwijnt {folder}. Kies een andere map.")
    if output.exists() and not output.is_dir():
        raise Refused(f"De site kan niet in {output}: dat is een bestand. Kies een map.")
    if output.is_dir() and any(output.iterdir()) and not (output / urls.BUILD_RECORD[1:]).is_file():
        raise Refused(
            f"De map {output} is niet leeg en niet door een build gemaakt. Er is niets gewijzigd."
            " Kies een andere map, of haal deze zelf weg als er niets in staat dat u wilt houden."
        )


@contextmanager
def staging_folder(output: Path) -> Iterator[Path]:
    """Yield an empty folder beside ``output`` that replaces it at the end, unless something fails.

    Call it in ``take_turn``. What a build left that was killed is cleared first.

    Raises:
        Refused: what such a build left cannot be cleared.
    """
    old, new = (output.with_name(f".{output.name}.{state}") for state in ("old", "new"))
    if old.exists() and not output.exists():
        old.rename(output)  # killed between two renames, on a system that cannot exchange
    for rest in (old, new):
        _clear(rest)
    new.mkdir()
    try:
        yield new
        _replace(output, new, old)
    finally:
        shutil.rmtree(new, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


def _clear(folder: Path) -> None:
    try:
        if folder.exists():
            shutil.rmtree(folder)
    except OSError as error:
        raise Refused(
            f"De map {folder} is over van een eerdere build en kan niet weg."
            f" Is er eens met sudo gebouwd? Haal haar weg: sudo rm -rf {folder}"
        ) from error


def _replace(output: Path, new: Path, old: Path) -> None:
    """Put ``new`` in the place of ``output``: in one step where the system can, else by two renames."""
    if not output.exists():
        new.rename(output)
    elif not _exchange(new, output):
        output.rename(old)
        try:
            new.rename(output)
        except OSError:
            old.rename(output)
            raise


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places at once; return whether the system and its file system can."""
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    paths = os.fsencode(one), os.fsencode(other)
    return rename is not None and rename(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0


def keep_previous(old: Path, new: Path) -> None:
    """Copy into ``new`` the hashed files of ``old``, the build that it replaces, except those that it got this way.

    When both have the same files of their own they cannot be told apart, and nothing is dropped.
    """
    listed = _read_list(old)
    own, fresh = _hashed(old) - listed, _hashed(new)
    kept = sorted((listed & _hashed(old) if own == fresh else own) - fresh)
    for name in kept:
        for suffix in _COMPRESSED:
            file = old / (name + suffix)
            if file.is_file():
                link(file, new / (name + suffix))
    if kept:
        (new / LIST).write_text("".join(f"{name}\n" for name in kept), encoding="utf-8")


def _hashed(site: Path) -> set[str]:
    files = (file for folder in _FOLDERS for file in (site / folder[1:]).glob("*"))
    return {file.relative_to(site).as_posix() for file in files if _HASHED.fullmatch(file.name)}


def _read_list(site: Path) -> set[str]:
    file = site / LIST
    return set(file.read_text(encoding="utf-8", errors="replace").splitlines()) if file.is_file() else set()
