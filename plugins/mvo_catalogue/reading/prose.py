"""Running text as passages, sentences and words, each with its place in the file."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from mvo_catalogue.texts import Words, load_texts

Mark = tuple[int, int, int, int]
"""A piece of a passage: its offset in the text, its line and column in the file, and how far columns run along."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The plain text of one paragraph, heading or table cell; ``tag`` is what it becomes (``p``, ``h2``, ``td``)."""

    text: str
    tag: str
    marks: tuple[Mark, ...]

    def place(self, offset: int = 0) -> tuple[int, int]:
        """Return the line and column in the file, both from 1, of a character of the text."""
        start, line, column, width = self.marks[max(0, bisect_right(self.marks, (offset, 1 << 62)) - 1)]
        return line, column + min(max(0, offset - start), width)


class WordLists(Words):
    """Words that the check uses; texts/words.yaml explains each list."""

    hard_words: dict[str, str]
    abbreviations: frozenset[str]


def load_word_lists() -> WordLists:
    """Return the words of texts/words.yaml."""
    return load_texts("words", WordLists)


_SENTENCE_END = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]+\w|[A-ZÀ-ÖØ-Þ0-9€])")
_OPENER = re.compile(r"(?:De|Het|Een|Die|Dit|Dat|Er|In|Op|Ook|Zo|Wie|Als|Na|Voor|Daarna|Bij|Met|Zij|Ze|Hij|Dan)\b")
"""Words that begin a sentence, so that a single letter before the full stop is no initial."""
_LONGEST = 12
_WORD = re.compile(r"\w+")
_ADDRESS = re.compile(r"https?://\S+")
_LAST_WORD = re.compile(r"[^\s(\[“‘\"']*$")


def split_sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield (offset, sentence) for a text; a full stop after an abbreviation, initial or number ends no sentence."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if text[match.start()] == "." and _is_short(text, start, match):
            continue
        yield start, text[start : match.end()].rstrip()
        start = match.end()
    if text[start:].strip():
        yield start, text[start:].rstrip()


def _is_short(text: str, start: int, end: re.Match[str]) -> bool:
    """Return whether a full stop belongs to the word before it."""
    found = _LAST_WORD.search(text, max(start, end.start() - _LONGEST), end.start())
    last = found[0].lower() if found else ""
    is_initial = len(last) == 1 and last.isalpha() and not _OPENER.match(text, end.end())
    is_item = last.isdecimal() and start == end.start() - len(last)
    return last in load_word_lists().abbreviations or is_initial or is_item


def split_words(text: str) -> list[str]:
    """Return the words and numbers of a text, without web addresses."""
    return _WORD.findall(_ADDRESS.sub(" ", text) if "://" in text else text)
