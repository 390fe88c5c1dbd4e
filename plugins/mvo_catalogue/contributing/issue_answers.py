"""The text of an issue as answers: what stands under the label of each question.

GitHub writes ``### Label``, a blank line and the answer, exactly as somebody typed it. So a line in an answer can look
like a label, and who edits an issue can change or move one. Nothing is thrown away: a label that comes back adds to its
answer, and what stands under no question is kept apart.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from mvo_catalogue.contributing.note import Note
from mvo_catalogue.reading.markdown import make_slug
from mvo_catalogue.reading.nearest import suggest_nearest
from mvo_catalogue.reading.text import HIDDEN

_MARK = "### "
_LONGEST_LABEL = 100
_NO_ANSWER = "_no response_"
_LINE_END = re.compile("\r\n|[\r\x85\u2028\u2029]")
_LONE_HALF = re.compile("[\ud800-\udfff]")
_MOST_GUESSES = 50
_MOST_LINES = 5


@dataclass(frozen=True)
class IssueAnswers:
    """The answers by label, in the order in which they stand; ``stray`` is text that stands under no question."""

    given: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    stray: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()

    def to(self, label: str) -> tuple[str, ...]:
        """Return the answers to a question: none, one, or more when its label stands there more than once."""
        return self.given.get(label, ())


def clean_text(body: str) -> tuple[str, int]:
    """Return a text with plain line ends, without characters that nobody can see, and how many of those there were."""
    text = _LONE_HALF.sub("\N{REPLACEMENT CHARACTER}", _LINE_END.sub("\n", body))
    return HIDDEN.subn("", text)


def read_answers(text: str, labels: Collection[str], text_labels: Collection[str]) -> IssueAnswers:
    """Return the answers in a text that ``clean_text`` gave.

    ``labels`` are those of the questions. Under the ones in ``text_labels`` people write Markdown, so another heading
    there belongs to the answer; elsewhere it ends the answer.
    """
    label_of, notes = _recognise(text, labels)
    given: dict[str, list[str]] = {}
    stray: list[str] = []
    label, lines = "", list[str]()

    def finish() -> None:
        answer = "\n".join(lines).strip("\n")
        if not answer.strip() or _has_no_answer(lines):
            return
        if label:
            given.setdefault(label, []).append(answer)
        else:
            stray.append(answer)

    for line in text.split("\n"):
        heading = _heading(line)
        if heading and heading in label_of:
            finish()
            label, lines = label_of[heading], []
        elif heading and label and (label not in text_labels or _has_no_answer(lines)):
            finish()
            label, lines = "", [line]
        else:
            lines.append(line)
    finish()
    return IssueAnswers({label: tuple(answers) for label, answers in given.items()}, tuple(stray), notes)


def _has_no_answer(lines: list[str]) -> bool:
    """Return whether there is nothing but what GitHub writes for a question that was left open."""
    return len(lines) <= _MOST_LINES and "".join(lines).strip().casefold() == _NO_ANSWER


def _recognise(text: str, labels: Collection[str]) -> tuple[dict[str, str], tuple[Note, ...]]:
    """Return which heading is which label; an unknown heading may be a label that is missing and looks like it."""
    by_slug = {make_slug(label): label for label in labels}
    headings = list(dict.fromkeys(_headings(text)))
    found = {heading: by_slug[slug] for heading in headings if (slug := make_slug(heading)) in by_slug}
    missing = [label for label in labels if label not in found.values()]
    notes = []
    for heading in [heading for heading in headings if heading not in found][:_MOST_GUESSES]:
        near = suggest_nearest(heading, missing)
        if near:
            found[heading] = near
            missing.remove(near)
            notes.append(Note(near, f"Dit stond onder een andere kop. Die is gelezen als “{near}”.", heading))
    return found, tuple(notes)


def _headings(text: str) -> Iterator[str]:
    return filter(None, map(_heading, text.split("\n")))


def _heading(line: str) -> str:
    """Return the text of a heading as GitHub writes those of a form, or ``""``."""
    return line[len(_MARK) :].strip() if line.startswith(_MARK) and len(line) <= _LONGEST_LABEL else ""
