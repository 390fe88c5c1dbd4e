"""A rule: what it is called, how much it weighs, and how it is explained to an editor."""

from __future__ import annotations

from dataclasses import dataclass

from mvo_catalogue.domain.diagnostic import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """What an editor can read about a rule in ``docs/regels.md``.

    ``id`` stands in every message; ``title`` says in one Dutch sentence what must be, ``explanation`` why, and how to
    mend it. ``wrong`` and ``right`` are short examples as an editor would write them: lines of front matter, or of the
    text below it.
    """

    id: str
    severity: Severity
    title: str
    explanation: str
    wrong: str
    right: str
