"""The risks of a practice: its conditions, what it is unsuitable for, and lessons that warn."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from mvo_catalogue.domain.entries import LESSONS, Practice
from mvo_catalogue.reading.prose import split_sentences
from mvo_catalogue.site.words import without_capital
from mvo_catalogue.texts import Words, load_texts


class Risk(NamedTuple):
    """A risk as a sentence, and its source in a few words."""

    text: str
    kind: str


class _RiskWords(Words):
    lesson: str
    condition: str
    unsuitable: str
    begins: dict[str, str]
    other: str
    trouble: list[str]
    calm: list[str]


def list_risks(practice: Practice, name: str) -> Iterator[Risk]:
    """Yield the risks of a practice, what it is unsuitable for first; ``name`` is the association of its lessons."""
    words = load_texts("risks", _RiskWords)
    for item in practice.unsuitable:
        form = words.begins.get(item.partition(" ")[0].casefold(), words.other)
        yield Risk(form.format(item=without_capital(item)), words.unsuitable)
    for item in practice.conditions:
        yield Risk(item, words.condition)
    for lesson in practice.body.points(LESSONS):
        first = next((sentence for _, sentence in split_sentences(lesson)), "")
        if _pattern(tuple(words.trouble)).search(first) and not _pattern(tuple(words.calm)).search(first):
            yield Risk(lesson, words.lesson.format(name=name))


@cache
def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
