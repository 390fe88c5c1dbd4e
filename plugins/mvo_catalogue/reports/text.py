"""The report for people: a line per message, optionally in colour, with the line that it is about."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from rich.cells import cell_len

from mvo_catalogue.domain.diagnostic import Diagnostic, Severity
from mvo_catalogue.domain.patterns import HIDDEN, printable
from mvo_catalogue.reading.files import MAX_BYTES, plain_line_ends
from mvo_catalogue.validation.report import Report

_BOLD, _DIM, _RED, _YELLOW, _GREEN, _BLUE = "1", "2", "1;31", "1;33", "1;32", "1;34"
_COLOURS = {Severity.ERROR: _RED, Severity.WARNING: _YELLOW, Severity.TIP: _BLUE}
_TAB = "    "
_CUT = "…"
_WIDTH = 100
"""The number of cells of a line that are shown; a longer line is cut off around the place."""


def text_lines(report: Report, sources: Sources | None = None, *, colour: bool = False) -> Iterator[str]:
    """Yield the lines of the report; with ``sources`` each message is followed by the line that it is about."""
    for diagnostic in report.shown:
        yield message_line(diagnostic, colour=colour)
        if sources is not None:
            for line, code in zip(sources.excerpt(diagnostic), (_DIM, _COLOURS[diagnostic.severity]), strict=False):
                yield _paint(line, code, colour=colour)
    ending = _RED if report.fails else _YELLOW if report.diagnostics else _GREEN
    yield _paint(report.summary, ending, colour=colour)


def diff_text(line: str, *, colour: bool) -> Iterator[str]:
    """Yield a line of a diff, made fit for a terminal."""
    code = {"+": _GREEN, "-": _RED, "@": _DIM}.get(line[:1], "")
    for part in line.split("\n"):
        shown = "\t".join(map(printable, part.split("\t")))
        yield _paint(shown, code, colour=colour) if code else shown


def message_line(diagnostic: Diagnostic, *, colour: bool) -> str:
    """Return the line of the report about one diagnostic."""
    place = _paint(f"{diagnostic.path}:{diagnostic.line}:{diagnostic.column}:", _BOLD, colour=colour)
    word = _paint(str(diagnostic.severity), _COLOURS[diagnostic.severity], colour=colour)
    rule = _paint(f"[{diagnostic.rule}]", _DIM, colour=colour)
    return f"{place} {word} {rule} {diagnostic.message}"


def _paint(text: str, code: str, *, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text


class Sources:
    """The files below ``root``, where the paths of diagnostics start; read when one of their lines is shown."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lines = lru_cache(maxsize=4)(self._read)

    def excerpt(self, diagnostic: Diagnostic) -> Iterator[str]:
        """Yield the line and the caret line of a diagnostic; nothing when the file cannot be shown."""
        lines = self._lines(diagnostic.path)
        if diagnostic.line > len(lines):
            return
        line = lines[diagnostic.line - 1]
        if diagnostic.rule != "hidden-character":  # only its columns count hidden characters
            line = HIDDEN.sub("", line)
        if not line.strip():
            return
        before, after = line[: diagnostic.column - 1], line[diagnostic.column - 1 :]
        before, after = (printable(part.replace("\t", _TAB)) for part in (before, after))
        before, after = _fit(before, after)
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
        return plain_line_ends(data.decode("utf-8", "replace")).split("\n")


def _fit(before: str, after: str) -> tuple[str, str]:
    """Return the text on both sides of the place, cut off to ``_WIDTH`` cells together."""
    room = _WIDTH - cell_len(after)
    if cell_len(before) <= room:
        return before, after
    left = max(_WIDTH // 3, room)
    if cell_len(before) > left:
        before = _CUT + _last_cells(before, left - 1)
    room = _WIDTH - cell_len(before)
    if cell_len(after) > room:
        after = _last_cells(after[::-1], room - 1)[::-1] + _CUT
    return before, after


def _last_cells(text: str, cells: int) -> str:
    start, used = len(text), 0
    while start and used + (wide := cell_len(text[start - 1])) <= cells:
        start, used = start - 1, used + wide
    return text[start:]
