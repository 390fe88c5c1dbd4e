"""A rule: what it is called, how much it weighs, and how it is explained to an editor."""

from __future__ import annotations

from dataclasses import dataclass

from mvo_catalogue.domain.diagnostic import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """What an editor can read about a rule with ``mvo regels`` and in ``docs/regels.md``.

    ``id`` stands in every message; ``title`` says in one Dutch sentence what must be, ``explanation`` why, and how to
    mend it. ``wrong`` and ``right`` are excerpts as an editor would write them: lines of front matter, then, from the
    first empty line or heading on, lines of the text. They are of a practice, unless a line ``# content/partners/x.md``
    above them names the file; so an example can have several files. The tests lay each over good content: ``wrong``
    must break this rule and no other, ``right`` none. Of a file that cannot be quoted, both are a description.
    """

    id: str
    severity: Severity
    title: str
    explanation: str
    wrong: str
    right: str
