"""What became of an address: the one thing that asking, remembering and reporting share."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """How an address does."""

    GOOD = "good"
    MOVED = "moved"
    GONE = "gone"
    PRIVATE = "private"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Answer:
    """How an address does, and a Dutch clause that says why (``de pagina bestaat niet meer (404)``).

    ``moved_to`` is the new address of what moved for good. ``is_offline`` says that no site was reached at all.
    """

    outcome: Outcome
    reason: str = ""
    moved_to: str = ""
    is_offline: bool = False

    @property
    def is_good(self) -> bool:
        """Return whether a reader gets there, so that it need not be asked again soon."""
        return self.outcome in (Outcome.GOOD, Outcome.MOVED)
