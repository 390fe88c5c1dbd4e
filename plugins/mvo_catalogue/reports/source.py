"""The line of a file that a message is about, with a caret under the place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from rich.cells import cell_len

from mvo_catalogue.domain.diagnostic import Diagnostic
from mvo_catalogue.domain.printable import HIDDEN, printable
from mvo_catalogue.reading.text import MAX_BYTES

_TAB = "    "
_CUT = "…"
_WIDTH = 100
"""How many cells of a line are shown; a longer one is cut around the place."""


class Sources:
    """The files of a project, read when one of their lines is asked for."""

    def __init__(self, root: Path) -> None:
        """Keep the folder that the paths of diagnostics start from."""
        self._root = root
        self._lines = lru_cache(maxsize=4)(self._read)

    def excerpt(self, diagnostic: Diagnostic, width: int = _WIDTH) -> Iterator[str]:
        """Yield the line and the caret line of a diagnostic; nothing when the file cannot be shown."""
        lines = self._lines(diagnostic.path)
        if diagnostic.line > len(lines):
            return
        line = lines[diagnostic.line - 1]
        if diagnostic.rule != "hidden-character":  # only these count the columns of what is hidden
            line = HIDDEN.sub("", line)
        if not line.strip():
            return
        before, after = line[: diagnostic.column - 1], line[diagnostic.column - 1 :]
        before, after = _fit(_show(before), _show(after), width)
        number = str(diagnostic.line)
        yield f"  {number} │ {before}{after}"
        yield f"  {' ' * len(number)} │ {' ' * cell_len(before)}^"

    def _read(self, path: str) -> list[str]:
        location = self._root
        for part in path.split("/"):
            location /= part
            if location.is_symlink():
                return []
        try:
            if not location.is_file():
                return []
            with location.open("rb") as file:
                data = file.read(MAX_BYTES)
        except OSError:
            return []
        text = data.decode("utf-8", "replace").removeprefix("\ufeff")
        return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _show(text: str) -> str:
    return printable(text.replace("\t", _TAB))


def _fit(before: str, after: str, width: int) -> tuple[str, str]:
    """Return both sides of the place, cut so that together they are at most ``width`` cells wide."""
    if cell_len(before) + cell_len(after) <= width:
        return before, after
    left = min(cell_len(before), max(width // 3, width - cell_len(after)))
    if cell_len(before) > left:
        before = _CUT + _last_cells(before, left - 1)
    if cell_len(before) + cell_len(after) > width:
        after = _last_cells(after[::-1], width - cell_len(before) - 1)[::-1] + _CUT
    return before, after


def _last_cells(text: str, cells: int) -> str:
    start, used = len(text), 0
    while start and used + (wide := cell_len(text[start - 1])) <= cells:
        start, used = start - 1, used + wide
    return text[start:]
