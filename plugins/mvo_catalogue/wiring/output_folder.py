"""The folder that a site is built into: by one build at a time, and replaced whole or not at all."""

from __future__ import annotations

import ctypes
import fcntl
import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from mvo_catalogue.site.urls import BUILD_RECORD

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2  # of renameat2(2)


class UnusableOutput(Exception):
    """The folder may not be replaced, or cannot be; the message says in Dutch what to do."""


@contextmanager
def take_turn(output: Path) -> Iterator[None]:
    """Wait until no other build writes beside ``output``, and say so when it takes a while.

    The lock is on the folder that holds it: the system gives it back whatever ends this process, and no file is left.
    """
    output.parent.mkdir(parents=True, exist_ok=True)
    parent = os.open(output.parent, os.O_RDONLY)
    try:
        try:
            fcntl.flock(parent, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Er wordt hier al een site gebouwd. Even wachten tot die klaar is …", flush=True)
            fcntl.flock(parent, fcntl.LOCK_EX)
        yield
    finally:
        os.close(parent)


def refuse_unusable(output: Path, inputs: Iterable[Path]) -> None:
    """Refuse an output folder that a build did not make, or that holds or lies in one of the ``inputs``.

    Raises:
        UnusableOutput: replacing it would lose something.
    """
    for folder in inputs:
        if folder.is_relative_to(output) or output.is_relative_to(folder):
            raise UnusableOutput(f"De site kan niet in {output}: dan verdwijnt {folder}. Kies een andere map.")
    if output.exists() and not output.is_dir():
        raise UnusableOutput(f"De site kan niet in {output}: dat is een bestand. Kies een map.")
    if output.is_dir() and any(output.iterdir()) and not (output / BUILD_RECORD[1:]).is_file():
        raise UnusableOutput(
            f"De map {output} is niet leeg en niet door een build gemaakt. Er is niets gewijzigd."
            " Kies een andere map, of haal deze zelf weg als er niets in staat dat u wilt houden."
        )


@contextmanager
def staging_folder(output: Path) -> Iterator[Path]:
    """Give an empty folder beside ``output`` that takes its place at the end, unless something goes wrong.

    Call it in ``take_turn``. What a build left that was killed is cleared first.

    Raises:
        UnusableOutput: what such a build left cannot be cleared.
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
        raise UnusableOutput(
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


def digest_tree(folder: Path) -> bytes:
    """Return a digest of the names and the bytes of all files below ``folder``; of none when it is not there."""
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            digest.update(os.fsencode(file.relative_to(folder)) + b"\0")
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.digest()
