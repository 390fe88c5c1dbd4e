"""Find the files of a catalogue that can be repaired, show it as a difference, and write them: whole or not at all."""

from __future__ import annotations

import datetime
import difflib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.fixing.repair import Repair, Surroundings, repair_file
from mvo_catalogue.reading.files import ENTRY_KINDS, find_content_files
from mvo_catalogue.schema.references import collect_known


def find_repairs(
    content_dir: Path, catalogue: Catalogue, today: datetime.date, is_chosen: Callable[[str], bool]
) -> Iterator[Repair]:
    """Yield the repair of every file with something to repair, sorted; ``is_chosen`` judges the path of a file.

    Nothing is written below ``content_dir``.
    """
    files = find_content_files(content_dir)
    known = collect_known(catalogue, {kind: files.slugs(kind) for kind in ENTRY_KINDS})
    with tempfile.TemporaryDirectory() as scratch:
        around = Surroundings(frozenset(file.path for file in files), known, today, Path(scratch))
        for file in sorted(files, key=lambda file: file.path):
            repair = repair_file(file, around) if is_chosen(file.path) else None
            if repair is not None:
                yield repair


def diff_lines(repair: Repair) -> Iterator[str]:
    """Yield the lines of a unified difference, without line ends."""
    before, after = (_lines(text) for text in (repair.before, repair.after))
    yield from difflib.unified_diff(before, after, f"a/{repair.file.path}", f"b/{repair.file.path}", lineterm="")


def _lines(text: str) -> list[str]:
    *lines, last = text.split("\n")
    return [*lines, f"{last}\n\\ Geen regeleinde aan het eind van het bestand"] if last else lines


class NotWritten(Exception):
    """A repaired file that was not written; the message says why."""


def write_repair(repair: Repair, content_dir: Path) -> None:
    """Write the repaired text; the file keeps its permissions.

    Raises:
        NotWritten: it changed since it was read, is not an ordinary file of this content folder, or cannot be written.
    """
    location = repair.file.location
    folder = location.parent
    if location.is_symlink() or folder.is_symlink() or folder.parent != content_dir or content_dir.is_symlink():
        raise NotWritten(f"{repair.file.path} is niet verbeterd: het staat niet in de map “{content_dir.name}”.")
    scratch: Path | None = None
    try:
        if location.read_bytes() != repair.before.encode("utf-8"):
            raise NotWritten(f"{repair.file.path} is niet verbeterd: het is intussen veranderd.")
        handle, name = tempfile.mkstemp(dir=folder, prefix=".", suffix=".tmp")
        scratch = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(repair.after.encode("utf-8"))
        shutil.copymode(location, scratch)
        scratch.replace(location)
    except OSError as error:
        raise NotWritten(f"{repair.file.path} is niet verbeterd ({error.strerror}).") from error
    finally:
        if scratch is not None:
            scratch.unlink(missing_ok=True)
