"""Put a repaired file in the place of the old one: whole or not at all, and only where content is."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from mvo_catalogue.fixing.repair import Repair


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
