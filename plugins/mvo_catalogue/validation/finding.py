"""What a rule finds: a place inside an entry and the sentence about it."""

from __future__ import annotations

from dataclasses import dataclass

from mvo_catalogue.domain.diagnostic import Severity

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A mistake in one entry, at a path in its front matter (``("partners", 1)``) or at a heading of its body.

    ``anchor`` is the fragment of that heading. Without path and anchor it concerns the whole file. ``of_key`` points at
    the key and not at its value.
    """

    rule: str
    message: str
    path: Path = ()
    of_key: bool = False
    anchor: str = ""
    severity: Severity = Severity.ERROR

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the key of the front matter that the finding is about, if any."""
        return tuple(map(str, self.path[:1]))
