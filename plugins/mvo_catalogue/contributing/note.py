"""What a person has to look at before an imported text goes on the site."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """A Dutch sentence about the answer under ``label``; ``quoted`` is the text of the sender that it is about.

    What was not placed in the file is always quoted, so that nothing disappears in silence.
    """

    label: str
    message: str
    quoted: str = ""


class Refused(Exception):
    """No file can be made; the message says in Dutch why, and what to do."""
