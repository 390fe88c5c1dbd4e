"""Which files of the content a command is about, from the paths that somebody typed."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mvo_catalogue.domain.names import suggest_nearest


class UnusablePath(Exception):
    """A path that is not there, or is no content; the message says so in Dutch."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The paths (``content/practices/x.md``, ``content/partners``) that were asked for; none means everything."""

    paths: tuple[str, ...] = ()

    def has(self, path: str) -> bool:
        """Return whether a file was asked for, itself or by a folder that holds it."""
        return not self.paths or any(path == chosen or path.startswith(f"{chosen}/") for chosen in self.paths)


def read_selection(content_dir: Path, typed: Sequence[str]) -> Selection:
    """Return the selection of these paths, which may be absolute, relative to here, or hold all content.

    Raises:
        UnusablePath: one of them is not there, or lies outside the content folder.
    """
    return Selection(tuple(_read_path(content_dir, path) for path in typed))


def _read_path(content_dir: Path, typed: str) -> str:
    root = Path(os.path.abspath(content_dir))  # noqa: PTH100  # a link in the path stays what it is
    path = Path(os.path.abspath(typed))  # noqa: PTH100  # the same
    if not os.path.lexists(path):
        near = suggest_nearest(path.name, {item.name for folder in root.glob("*/") for item in folder.iterdir()})
        hint = f" Bedoelde u “{near}”?" if near else ""
        raise UnusablePath(f"“{typed}” bestaat niet.{hint}")
    if root.is_relative_to(path):
        return root.name
    if not path.is_relative_to(root):
        path = path.parent.resolve() / path.name
        root = root.resolve()
    if not path.is_relative_to(root):
        raise UnusablePath(f"“{typed}” ligt buiten de map “{root.name}”. Noem een bestand of map daarbinnen.")
    return (Path(root.name) / path.relative_to(root)).as_posix().encode("utf-8", "replace").decode("utf-8")
