"""Which of the fixed choices somebody meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mvo_catalogue.reading.markdown import make_slug
from mvo_catalogue.reading.nearest import suggest_nearest
from mvo_catalogue.schema.fields import Choice

_BETWEEN = re.compile(r"[,\n]")
_MOST_COMMAS = 5
_MOST_GUESSES = 50


@dataclass(frozen=True, slots=True)
class Chosen:
    """The values that were chosen; ``guessed`` pairs what was written with the label taken for it."""

    values: tuple[str, ...] = ()
    guessed: tuple[tuple[str, str], ...] = ()
    unknown: tuple[str, ...] = ()


def read_choices(answer: str, choices: Sequence[Choice]) -> Chosen:
    """Return the choices in an answer: labels or values, with commas or line ends between them.

    A label may hold commas itself, so the longest run of pieces that is a label counts as one.
    """
    known = {make_slug(name): choice for choice in choices for name in (choice.value, choice.label)}
    labels = {choice.label: choice for choice in choices}
    pieces = [piece.strip().removeprefix("- ").strip() for piece in _BETWEEN.split(answer)]
    pieces = [piece for piece in pieces if piece]
    values: list[str] = []
    guessed: list[tuple[str, str]] = []
    unknown: list[str] = []
    start = 0
    while start < len(pieces):
        for end in range(min(start + _MOST_COMMAS, len(pieces)), start, -1):
            choice = known.get(make_slug(" ".join(pieces[start:end])))
            if choice:
                values.append(choice.value)
                start = end
                break
        else:
            written = pieces[start]
            near = suggest_nearest(written, labels) if len(guessed) + len(unknown) < _MOST_GUESSES else None
            if near:
                values.append(labels[near].value)
                guessed.append((written, near))
            else:
                unknown.append(written)
            start += 1
    return Chosen(tuple(dict.fromkeys(values)), tuple(guessed), tuple(unknown))
