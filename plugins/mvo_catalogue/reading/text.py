"""Read one file as text: UTF-8, ordinary line ends, no hidden characters; or say where it goes wrong."""

from __future__ import annotations

import re
from pathlib import Path

from mvo_catalogue.domain.diagnostic import Diagnostic

MAX_BYTES = 1_000_000
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]"
)
_BYTE_ORDER_MARK = "\ufeff"


class UnreadableFile(Exception):
    """A file of which nothing can be used; carries the one diagnostic that says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        """Keep the diagnostic."""
        super().__init__(str(diagnostic))
        self.diagnostic = diagnostic


def read_text(location: Path, path: str) -> str:
    r"""Return the text of a file with ``\n`` line ends; a byte order mark at the start is dropped.

    Raises:
        UnreadableFile: it cannot be opened, is empty or too large, is not UTF-8, or holds a character that cannot
            be seen (control, zero width, bidirectional), which could show a reader something else than it says.
    """

    def refuse(rule: str, message: str, line: int = 1, column: int = 1) -> UnreadableFile:
        return UnreadableFile(Diagnostic(path, line, column, rule, message))

    try:
        with location.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise refuse("file-unreadable", f"Dit bestand kan niet worden gelezen ({error.strerror}).") from error
    if len(data) > MAX_BYTES:
        raise refuse("file-too-large", f"Dit bestand is te groot: hoogstens {MAX_BYTES // 1_000_000} MB.")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        line, column = _place(before)
        raise refuse(
            "file-encoding",
            "Hier staat een teken dat geen UTF-8 is. Sla het bestand op met de tekencodering UTF-8.",
            line,
            column,
        ) from error
    text = text.removeprefix(_BYTE_ORDER_MARK).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise refuse("file-empty", "Dit bestand is leeg. Vul het in of verwijder het.")
    if hidden := _HIDDEN.search(text):
        line, column = _place(text[: hidden.start()])
        raise refuse(
            "hidden-character",
            f"Hier staat een onzichtbaar teken (U+{ord(hidden[0]):04X}). Verwijder het; typ de regel zo nodig opnieuw.",
            line,
            column,
        )
    return text


def _place(before: str) -> tuple[int, int]:
    before = before.removeprefix(_BYTE_ORDER_MARK).replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
