"""Read one file as text: UTF-8, ordinary line ends, no hidden characters; or say where it goes wrong."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from mvo_catalogue.domain.diagnostic import Diagnostic, diagnose
from mvo_catalogue.domain.patterns import HIDDEN, is_visible

MAX_BYTES = 1_000_000
_USUAL_BYTES = 65_536
"""More than nearly every file has; room for the most that one may have would take longer to make than to fill."""
_BYTE_ORDER_MARK = "\ufeff"
_MOST_REPORTED = 50
"""How many hidden characters of one file are reported in one run."""


class UnreadableFile(Exception):
    """A file of which nothing can be used; carries the one diagnostic that says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        """Keep the diagnostic."""
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def read_text(location: Path, path: str) -> tuple[str, list[Diagnostic]]:
    r"""Return the text of a file with ``\n`` line ends, and a diagnostic for every hidden character left out of it.

    A byte order mark at the start is dropped in silence.

    Raises:
        UnreadableFile: it cannot be opened, is empty or too large, or is not UTF-8.
    """

    def after(before: str, rule: str, matter: str = "", /, **values: object) -> Diagnostic:
        """Return what a rule says of the character after this text."""
        line_start = before.rfind("\n") + 1
        return diagnose(path, before.count("\n") + 1, len(before) - line_start + 1, rule, matter, **values)

    try:
        with location.open("rb") as file:
            data = file.read(_USUAL_BYTES)
            if len(data) == _USUAL_BYTES:
                data += file.read(MAX_BYTES + 1 - _USUAL_BYTES)
    except OSError as error:
        raise UnreadableFile(after("", "file-unreadable", "file", why=explain(error))) from error
    if len(data) > MAX_BYTES:
        raise UnreadableFile(after("", "file-too-large", "file", most=MAX_BYTES // 1_000_000))
    valid, text = _decode(data)
    if not valid:
        raise UnreadableFile(after(text, "file-encoding"))
    hidden = []
    if not is_visible(text.replace("\n", "")):
        hidden = [
            after(text[: match.start()], "hidden-character", "itself", code=f"{ord(match[0]):04X}")
            for match in islice(HIDDEN.finditer(text), _MOST_REPORTED)
        ]
        text = HIDDEN.sub("", text)
    if not text.strip():
        raise UnreadableFile(after("", "file-empty"))
    return text, hidden


def explain(error: OSError) -> str:
    """Return in Dutch why the system does not give a file or folder."""
    if isinstance(error, PermissionError):
        return "u hebt er geen rechten voor"
    if isinstance(error, FileNotFoundError):
        return "het is er niet meer"
    if isinstance(error, IsADirectoryError):
        return "het is een map"
    return f"foutcode {error.errno}"


def _decode(data: bytes) -> tuple[bool, str]:
    """Return whether all bytes are text, and the text up to where they no longer are."""
    try:
        valid, text = True, data.decode("utf-8")
    except UnicodeDecodeError as error:
        valid, text = False, data[: error.start].decode("utf-8")
    if "\0" in text:  # UTF-16 without a byte order mark, or no text at all
        valid, text = False, text[: text.index("\0")]
    return valid, text.removeprefix(_BYTE_ORDER_MARK).replace("\r\n", "\n").replace("\r", "\n")
