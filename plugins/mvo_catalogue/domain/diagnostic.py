"""What can be wrong with an entry, and where: the one currency between the checks and the report."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
"""What a terminal would obey, or what would start a new line; a file name or a key can hold it."""


_LONGEST_MESSAGE = 1_000
_SHOWN_START, _SHOWN_END = 400, 300


class Severity(StrEnum):
    """How much a diagnostic weighs: an error stops the build, a warning only a strict check, a tip nothing."""

    ERROR = "fout"
    WARNING = "waarschuwing"
    TIP = "tip"


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One mistake at one place, as a kind Dutch sentence with the way out.

    ``path`` is relative to the project (``content/practices/x.md``); ``line`` and ``column`` count from 1.
    """

    path: str
    line: int
    column: int
    rule: str
    message: str
    severity: Severity = Severity.ERROR

    def __post_init__(self) -> None:
        """Shorten a message in which a whole text was quoted; how to mend it stands at the end."""
        if len(self.message) > _LONGEST_MESSAGE:
            start, end = self.message[:_SHOWN_START], self.message[-_SHOWN_END:]
            object.__setattr__(self, "message", f"{start} … {end}")

    def __str__(self) -> str:
        """Return the diagnostic as one line of the report."""
        line = f"{self.path}:{self.line}:{self.column}: {self.severity} [{self.rule}] {self.message}"
        return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", line)
