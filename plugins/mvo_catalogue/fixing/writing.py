"""A change of a file, and the one way in which files are written: all of them or none, each whole."""

import difflib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from mvo_catalogue.reading.files import plain_line_ends
from mvo_catalogue.refused import Refused


class NotChanged(Refused):
    """Nothing was written."""


@dataclass(frozen=True, slots=True)
class Change:
    """A file that changes: its path and bytes before and after, ``""`` and ``None`` for a missing file."""

    before_path: str
    before: bytes | None
    after_path: str
    after: bytes | None


def diff_change(change: Change) -> Iterator[str]:
    """Yield the lines of a unified difference, without line ends; first the two names of a file that is renamed.

    Other line ends are a difference only where there is no other.
    """
    names = ((f"a/{change.before_path}", change.before_path), (f"b/{change.after_path}", change.after_path))
    old, new = (name if path else "/dev/null" for name, path in names)
    if b"\0" in (change.before or b"") and not change.after:
        yield f"@@ {change.before_path} vervalt"
        return
    if change.before_path and change.after_path and change.before_path != change.after_path:
        yield f"@@ {change.before_path} → {change.after_path}"
    before, after = ((data or b"").decode("utf-8", "replace") for data in (change.before, change.after))
    if plain_line_ends(before) != plain_line_ends(after):
        before, after = plain_line_ends(before), plain_line_ends(after)
    yield from difflib.unified_diff(_split_lines(before), _split_lines(after), old, new, lineterm="")


def _split_lines(text: str) -> list[str]:
    """Return the lines of a text, none for an empty one; the last one says so when it has no line end."""
    *lines, last = text.split("\n")
    return [*lines, f"{last}\n\\ Geen regeleinde aan het eind van het bestand"] if last else lines


def write_changes(changes: Sequence[Change], content: Path) -> None:
    """Write all files, or, when one of them cannot be written, none; git follows a file that gets another name.

    Raises:
        NotChanged: one was changed meanwhile, is not in this folder, or cannot be written; everything is as it was.
    """
    try:
        for change in changes:
            path = change.before_path or change.after_path
            if not _is_inside(path, content):
                raise NotChanged(f"{path} staat niet in de map “{content.name}”. Er is niets geschreven.")
            location = content.parent / path
            if (location.read_bytes() if location.is_file() else None) != change.before:
                raise NotChanged(f"{path} is intussen veranderd. Er is niets geschreven: probeer het opnieuw.")
        write_all(changes, content.parent)
    except (OSError, subprocess.SubprocessError) as error:
        why = getattr(error, "strerror", None) or "git kon een bestand niet hernoemen"
        raise NotChanged(f"Er is niets geschreven ({why}).") from error


def _is_inside(path: str, content: Path) -> bool:
    """Return whether a path leads into the content folder, and through no symbolic link."""
    location = content.parent / path
    steps = [location, *location.parents][: len(Path(path).parts)]
    return steps[-1] == content and not any(step.is_symlink() or step.name == ".." for step in steps)


def write_all(changes: Sequence[Change], root: Path) -> None:
    """Write files below ``root``: all of them or none.

    Raises:
        OSError: one cannot be written; everything is as it was.
        CalledProcessError: git cannot rename one; everything is as it was.
    """
    with ExitStack() as undo:
        for change in changes:
            _write_change(change, root, undo)
        undo.pop_all()


def _write_change(change: Change, root: Path, undo: ExitStack) -> None:
    before, after = root / change.before_path, root / change.after_path
    if change.before_path and change.after_path and before != after:
        undo.callback(_move, after, before)
        _move(before, after)
    if change.after is None:
        undo.callback(write_whole, before, change.before or b"")
        before.unlink()
    elif change.before is None:
        after.parent.mkdir(exist_ok=True)
        undo.callback(after.unlink, missing_ok=True)
        write_whole(after, change.after)
    elif change.before != change.after:
        undo.callback(write_whole, after, change.before)
        write_whole(after, change.after)


def _move(before: Path, after: Path) -> None:
    """Rename a file, with git when that has it."""
    if after.exists() or not before.exists():
        return
    try:
        run = partial(subprocess.run, cwd=before.parent, check=False, capture_output=True)
        is_tracked = run(["git", "ls-files", "--error-unmatch", "--", before.name]).returncode == 0
    except FileNotFoundError:  # there is no git here
        is_tracked = False
    after.parent.mkdir(exist_ok=True)
    if is_tracked:
        run(["git", "mv", "--", before.name, os.path.relpath(after, before.parent)]).check_returncode()
    else:
        before.rename(after)


def write_whole(location: Path, data: bytes) -> None:
    """Write a file as a whole or not at all; an existing one keeps its permissions."""
    handle, name = tempfile.mkstemp(dir=location.parent, prefix=".", suffix=".tmp")
    scratch = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        if location.exists():
            shutil.copymode(location, scratch)
        else:
            scratch.chmod(0o666 & ~_umask())
        scratch.replace(location)
    finally:
        scratch.unlink(missing_ok=True)


def _umask() -> int:
    """Return the umask of this process."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
