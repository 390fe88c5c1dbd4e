"""What a rule finds: a place inside an entry and the sentence about it."""

from __future__ import annotations

from dataclasses import dataclass

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A mistake in one entry, at a path in its front matter (``("partners", 1)``), a heading of its body or a place.

    ``anchor`` is the fragment of that heading, ``place`` the line and column, both from 1. Without any of these it
    concerns the whole file. ``of_key`` points at the key and not at its value.
    """

    rule: str
    message: str
    path: Path = ()
    of_key: bool = False
    anchor: str = ""
    place: tuple[int, int] | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the key of the front matter that the finding is about, if any."""
        return tuple(map(str, self.path[:1]))
