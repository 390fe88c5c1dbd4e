"""What people read about an imported issue: in Markdown below a proposed change, and in plain lines on a screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mvo_catalogue.contributing.note import Note
from mvo_catalogue.reports.characters import show_hidden
from mvo_catalogue.reports.github import escape_markdown, github_summary
from mvo_catalogue.validation.report import Report, count_words

if TYPE_CHECKING:
    from mvo_catalogue.contributing.proposal import Proposal

MAX_BYTES = 60_000
"""How long it may be: GitHub takes 65,536 characters, and something is added to it."""
_MOST_NOTES = 50
_LONGEST_QUOTE = 400
_CHECKLIST = """
## Voor wie dit nakijkt

- [ ] De bron is gelezen en zegt wat hier staat.
- [ ] Er staan geen namen of gegevens van personen in.
- [ ] De tekst is in eigen woorden en makkelijk te lezen.
- [ ] Wat hierboven bij “Kijk hier even naar” staat, is opgelost.
"""


def build_summary(proposal: Proposal, path: str, report: Report) -> str:
    """Return the Markdown about a new file: what to look at, what the check says, and what a person still judges."""
    lines = [f"## {escape_markdown(proposal.title[:200])}", "", f"Nieuw bestand: `{path}`", ""]
    if proposal.notes:
        lines += ["## Kijk hier even naar", ""]
        lines += (f"- {escape_markdown(line)}" for line in note_lines(proposal.notes))
        lines.append("")
    head = "\n".join(lines)
    room = MAX_BYTES - len(head.encode()) - len(_CHECKLIST.encode())
    return head + "\n" + github_summary(report, room=room) + _CHECKLIST


def build_refusal(message: str) -> str:
    """Return the Markdown that says why no file was made."""
    return (
        f"## Er is nog geen voorstel gemaakt\n\n{escape_markdown(message)}\n\n"
        "Pas het issue aan. Een beheerder haalt daarna het label weg en zet het er opnieuw op.\n"
    )


def note_lines(notes: tuple[Note, ...]) -> Iterator[str]:
    """Yield each note as one plain line, with what was written; a long text is cut, the issue still has all of it."""
    for note in notes[:_MOST_NOTES]:
        written = " ".join(note.quoted.split())
        if len(written) > _LONGEST_QUOTE:
            written = f"{written[:_LONGEST_QUOTE]} … (de rest staat in het issue)"
        label = f"{note.label}: " if note.label else ""
        yield show_hidden(f"{label}{note.message}" + (f" Er stond: “{written}”" if written else ""))
    if len(notes) > _MOST_NOTES:
        more = count_words(len(notes) - _MOST_NOTES, "opmerking", "opmerkingen")
        yield f"En nog {more}. Vergelijk het bestand met het issue."
